package org.answerable.conversation.decision;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import org.answerable.constituent.ConstituentForgotten;
import org.answerable.effect.Effect;
import org.answerable.intake.EchoesForgotten;
import org.answerable.platform.Ids;

/**
 * FORGET: asked back with four random digits. They stand in our reply alone, so that whoever only
 * forges a sender's number erases nobody.
 */
final class ForgetTalk {
  private final Phrases phrases;
  private final PollTalk polls;
  private final Ids ids;

  ForgetTalk(Phrases phrases, PollTalk polls, Ids ids) {
    this.phrases = phrases;
    this.polls = polls;
    this.ids = ids;
  }

  Decision asked(Situation situation, String digits) {
    if (digits.isEmpty()) {
      return ask(situation);
    }
    return digits.equals(situation.talk().forgetting().digits())
        ? forgotten(situation)
        : wrong(situation);
  }

  /** Asking again shows the same digits: that gives a guesser no further try. */
  private Decision ask(Situation situation) {
    Forgetting before = situation.talk().forgetting();
    String open = before.digits();
    if (open != null) {
      return situation.say(phrases.sayDigits(situation, "forget", open));
    }
    if (before.isEnough()) {
      return situation.say(phrases.say(situation, "forget-later"));
    }
    String fresh = ids.fourDigits();
    Talk next = situation.talk().forgetting(before.asks(fresh, situation.now()));
    return situation.decide(phrases.sayDigits(situation, "forget", fresh), next, List.of());
  }

  private Decision wrong(Situation situation) {
    Talk next = situation.talk().forgetting(situation.talk().forgetting().ended());
    return situation.decide(phrases.say(situation, "forget-wrong"), next, List.of());
  }

  private Decision forgotten(Situation situation) {
    var day = requireNonNull(situation.facts().unreadableFrom());
    var person = situation.person();
    List<Effect> effects = new ArrayList<>(polls.forgotten(situation));
    effects.add(new EchoesForgotten(person.organisation(), person.who()));
    effects.add(new ConstituentForgotten(person.organisation(), person.who()));
    return situation.decide(
        phrases.say(situation, "forgotten", day), Talk.begin(situation.now()), effects);
  }
}
