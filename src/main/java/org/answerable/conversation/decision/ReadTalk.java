package org.answerable.conversation.decision;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.answerable.channel.Reply;
import org.answerable.constituent.KeptAnswer;
import org.answerable.constituent.PinVerifier;
import org.answerable.flow.Plain;
import org.answerable.platform.Ids;
import org.answerable.responselog.Receipt;

/** A notice only, then READ: the PIN is set and asked for here, and stands in no text or row. */
final class ReadTalk {
  private final Phrases phrases;
  private final Ids ids;
  private final SecretTalk secrets;
  private final HelpTalk helping;
  private final WordsTalk words;

  ReadTalk(Phrases phrases, Ids ids, SecretTalk secrets, HelpTalk helping, WordsTalk words) {
    this.phrases = phrases;
    this.ids = ids;
    this.secrets = secrets;
    this.helping = helping;
    this.words = words;
  }

  /**
   * After somebody chose notices. A PIN that is set stays: whoever holds the phone must not be able
   * to put another in its place. Who forgot it has FORGET.
   */
  Decision chosen(Situation situation, Decision decision, String receipt) {
    if (decision.settings().pin() != null) {
      return decision.withReply(phrases.say(situation, "way-notice", receipt, null));
    }
    return decision
        .withReply(phrases.say(situation, "ask-pin"))
        .withNext(decision.next().pin(decision.next().pin().asking(true)));
  }

  /** The digits that were asked for; empty: none were, or this is something else. */
  Optional<Decision> answered(Situation situation) {
    Talk talk = situation.talk();
    if (!talk.pin().asked()) {
      return Optional.empty();
    }
    String alone = Plain.of(situation.text().words()).replace(" ", "");
    boolean number = !alone.isEmpty() && alone.chars().allMatch(ReadTalk::isDigit);
    Optional<String> digits = number ? Optional.of(alone) : secrets.digits(situation.text());
    return digits.map(pin -> set(situation, pin));
  }

  private Decision set(Situation situation, String digits) {
    if (digits.length() != PinVerifier.DIGITS) {
      return situation.say(phrases.say(situation, "ask-pin"));
    }
    Talk next = situation.talk().pin(situation.talk().pin().asking(false));
    String verifier = PinVerifier.of(digits, ids.salt());
    return situation
        .decide(phrases.say(situation, "pin-set"), next, List.of())
        .withSettings(situation.person().settings().withPin(verifier));
  }

  private static boolean isDigit(int sign) {
    return sign >= '0' && sign <= '9';
  }

  /** READ: the PIN comes first, so that nobody learns without it what waits. */
  Decision asked(Situation situation, String digits) {
    if (digits.length() < Receipt.DIGITS) {
      return situation.say(phrases.say(situation, "read-how"));
    }
    String pin = digits.substring(Receipt.DIGITS);
    String verifier = situation.person().settings().pin();
    if (verifier == null) {
      return read(situation, digits.substring(0, Receipt.DIGITS));
    }
    if (pin.isEmpty()) {
      return situation.say(phrases.say(situation, "read-how"));
    }
    if (situation.talk().pin().left() == 0) {
      return situation.say(closed(situation)); // whether it is right or not
    }
    boolean opens = PinVerifier.matches(pin, verifier);
    return opens ? read(situation, digits.substring(0, Receipt.DIGITS)) : wrong(situation);
  }

  private Decision wrong(Situation situation) {
    Talk next = situation.talk().pin(situation.talk().pin().failed());
    Reply reply =
        switch (next.pin().left()) {
          case 0 -> closed(situation);
          case 1 -> phrases.say(situation, "pin-wrong-last");
          default ->
              phrases.sayWith(
                  situation, "pin-wrong", Map.of("n", Integer.toString(next.pin().left())));
        };
    return situation.decide(reply, next, List.of());
  }

  /** No try is left today: it says when there are some again. */
  private Reply closed(Situation situation) {
    return phrases.say(situation, "pin-closed", situation.talk().pin().opens());
  }

  private Decision read(Situation situation, String receipt) {
    List<KeptAnswer> kept =
        situation.facts().kept().stream()
            .filter(one -> one.receipt().equals(receipt))
            .filter(one -> !situation.today().isAfter(one.day().plus(KeptAnswer.KEPT)))
            .toList();
    List<Reply.Text> texts =
        kept.stream()
            .map(one -> phrases.answer(situation, receipt, one.words()))
            .flatMap(reply -> reply.texts().stream())
            .toList();
    return texts.isEmpty()
        ? situation.say(phrases.say(situation, "read-none"))
        : asking(situation, receipt, kept, situation.say(new Reply(texts)));
  }

  /** Of words that would be public the question stands behind them already. */
  private Decision asking(
      Situation situation, String receipt, List<KeptAnswer> kept, Decision read) {
    return words
        .asking(situation, receipt, kept, read)
        .orElseGet(() -> helping.asking(situation, receipt, read));
  }
}
