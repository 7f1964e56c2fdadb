package org.answerable.conversation.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.answerable.channel.Reply;
import org.answerable.effect.Effect;
import org.answerable.flow.EchoWords;
import org.answerable.flow.EchoWords.Heard;
import org.answerable.intake.Echoed;

/**
 * {@code + K7QM-2XWD}: it happened to them too, or they support what is proposed. What is said
 * never tells whether they said it before, or whether the entry is their own: whoever holds the
 * phone would learn it.
 */
final class EchoTalk {
  private final EchoWords words;
  private final Phrases phrases;

  EchoTalk(EchoWords words, Phrases phrases) {
    this.words = words;
    this.phrases = phrases;
  }

  /** The entry that a text echoes, whatever else it says. */
  Optional<String> reference(CleanText text) {
    return words.in(text.words()).flatMap(EchoTalk::echoed);
  }

  private static Optional<String> echoed(Heard heard) {
    return switch (heard) {
      case Heard.Echo(String reference, boolean alone) -> Optional.of(reference);
      case Heard.Reference reference -> Optional.empty();
      case Heard.Unread unread -> Optional.empty();
    };
  }

  /** Where a text says that, or has a reference, and nothing else. */
  Optional<Decision> alone(Situation situation) {
    return words
        .in(situation.text().words())
        .flatMap(
            heard ->
                switch (heard) {
                  case Heard.Echo(String reference, boolean alone) ->
                      alone ? Optional.of(counted(situation)) : Optional.empty();
                  case Heard.Reference(String reference) ->
                      Optional.of(say(situation, "echo-how", reference));
                  case Heard.Unread unread -> Optional.of(none(situation));
                });
  }

  private Decision counted(Situation situation) {
    Facts.Echoed echoed = situation.facts().echoed();
    if (echoed == null) {
      return none(situation);
    }
    String key = echoed.proposal() ? "support" : "echo";
    String wanted = String.valueOf(situation.home().support());
    Reply reply =
        phrases.sayWith(situation, key, Map.of("ref", echoed.reference(), "wanted", wanted));
    return with(situation, situation.say(reply));
  }

  /** What else they write is feedback as always, and the reference counts beside it. */
  Decision with(Situation situation, Decision decision) {
    Facts.Echoed echoed = situation.facts().echoed();
    if (echoed == null || echoed.own()) {
      return decision;
    }
    var person = situation.person();
    List<Effect> effects = new ArrayList<>(decision.effects());
    effects.add(new Echoed(person.organisation(), echoed.reference(), person.who()));
    return decision.withEffects(effects);
  }

  private Decision none(Situation situation) {
    return situation.say(phrases.say(situation, "echo-none"));
  }

  private Decision say(Situation situation, String key, String reference) {
    return situation.say(phrases.sayWith(situation, key, Map.of("ref", reference)));
  }
}
