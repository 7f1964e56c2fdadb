package org.answerable.conversation.decision;

import java.util.Map;
import java.util.Optional;
import org.answerable.channel.Reply;
import org.answerable.flow.Greetings;
import org.answerable.intake.Aside;
import org.answerable.intake.words.Found;
import org.answerable.intake.words.WordList;

/** What is set aside: greetings, lone numbers, spam, and what a muted person writes. */
final class AsideTalk {
  private static final Map<Greetings.Kind, Aside> ASIDES =
      Map.of(
          Greetings.Kind.HELLO, Aside.GREETING,
          Greetings.Kind.THANKS, Aside.THANKS,
          Greetings.Kind.TEST, Aside.TEST,
          Greetings.Kind.NUMBER, Aside.NUMBER);

  private final Greetings greetings;
  private final Phrases phrases;
  private final Taken taken;

  AsideTalk(Greetings greetings, Phrases phrases, Taken taken) {
    this.greetings = greetings;
    this.phrases = phrases;
    this.taken = taken;
  }

  /** What is no feedback: it is kept for a while, so that a person can make it one. */
  Optional<Decision> of(Situation situation, Found found) {
    return why(situation, found)
        .map(
            why ->
                situation.decide(
                    asideReply(situation, why),
                    situation.talk(),
                    taken.aside(situation, found, why)));
  }

  private Optional<Aside> why(Situation situation, Found found) {
    boolean awaited = situation.talk().isAwaited(situation.now());
    Optional<Aside> greeting =
        greetings
            .match(situation.text().words())
            .map(ASIDES::get)
            .filter(aside -> !awaited || aside != Aside.NUMBER); // "how many days?"
    if (greeting.isPresent()) {
      return greeting;
    }
    if (found.in(WordList.SPAM)) {
      return Optional.of(Aside.SPAM);
    }
    // what endangers somebody passes, as what is for a focal point has before
    boolean muted = situation.person().isMuted(situation.today()) && found.sensitivity().isPublic();
    return muted ? Optional.of(Aside.MUTED) : Optional.empty();
  }

  private Reply asideReply(Situation situation, Aside why) {
    return switch (why) {
      case GREETING, THANKS, TEST, NUMBER -> phrases.say(situation, "welcome");
      case SPAM, NOT_FEEDBACK -> Reply.NOTHING;
      case MUTED -> phrases.say(situation, "muted", situation.person().muted());
    };
  }
}
