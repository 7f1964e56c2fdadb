package org.answerable.conversation.decision;

import java.util.ArrayList;
import java.util.List;
import org.answerable.channel.Reply;
import org.answerable.conversation.decision.Taken.Begun;
import org.answerable.conversation.decision.Talk.OpenFeedback;
import org.answerable.effect.Effect;
import org.answerable.intake.words.Found;
import org.answerable.intake.words.WordList;
import org.answerable.intake.words.WordLists;
import org.answerable.organisation.Sensitivity;
import org.jspecify.annotations.Nullable;

/**
 * What is for a focal point alone. No software judges it and none asks about it: all that is ever
 * sent by itself is one of two fixed texts.
 */
final class ConfidingTalk {
  private final Phrases phrases;
  private final Taken taken;
  private final WordLists lists;

  ConfidingTalk(Phrases phrases, Taken taken, WordLists lists) {
    this.phrases = phrases;
    this.taken = taken;
    this.lists = lists;
  }

  /** Whether a text is for a focal point: what it says, what it follows, or what they asked for. */
  static boolean confides(Situation situation, Found found) {
    return found.sensitivity() == Sensitivity.S3
        || situation.talk().safe()
        || isConfidential(situation.talk().open());
  }

  /**
   * SAFE: what they write next is confided, and so is what leaders have not seen yet. Where they
   * confided already, the word itself may be the answer to "are you safe?", and where they wrote it
   * before, a greeting, as SALAMA is: it is what they confide.
   */
  Decision asked(Situation situation) {
    Found found = lists.find(situation.text().words());
    OpenFeedback open = situation.talk().open();
    if (open != null && open.confidential()) {
      return more(situation, found, open, phrases.say(situation, "safe-more"));
    }
    if (situation.talk().safe()) {
      return wrote(situation, found);
    }
    List<Effect> effects = open == null ? List.of() : List.of(taken.raised(situation, open));
    Reply reply = phrases.say(situation, "safe-ask");
    return situation.decide(reply, situation.talk().nextIsSafe(), effects);
  }

  /**
   * HELP. To whoever confides it is the answer that a focal point waits for, or a call for help: it
   * reaches the focal point, and the numbers come before words.
   */
  Decision help(Situation situation) {
    Found found = lists.find(situation.text().words());
    if (!confides(situation, found)) {
      return situation.say(phrases.say(situation, "help"));
    }
    OpenFeedback open = situation.talk().open();
    return open != null && open.confidential()
        ? more(situation, found, open, phrases.say(situation, "help-safe"))
        : wrote(situation, found);
  }

  /** In need people write in their own language, and had no time to choose it. */
  Decision wrote(Situation written, Found found) {
    Situation situation = written.hearing(found.language());
    OpenFeedback open = situation.talk().open();
    if (open == null) {
      Begun begun = taken.confided(situation, found);
      Talk next = situation.talk().begins(begun.open(), null);
      return situation.decide(first(situation, found, begun.open()), next, begun.effects());
    }
    if (!open.confidential()) {
      Begun begun = taken.confidedApart(situation, found, open);
      Talk next = situation.talk().with(begun.open().next(), null);
      return situation.decide(first(situation, found, begun.open()), next, begun.effects());
    }
    return more(situation, found, open, more(situation, found, open));
  }

  private Decision more(Situation situation, Found found, OpenFeedback open, Reply reply) {
    Talk next = situation.talk().with(open.next(), null);
    return situation.decide(reply, next, taken.moreConfided(situation, found, open));
  }

  private Reply first(Situation situation, Found found, OpenFeedback open) {
    String key = found.in(WordList.CRISIS) ? "crisis" : "safe-receipt";
    return withRest(situation, open, phrases.say(situation, key, open.receipt(), null));
  }

  private Reply more(Situation situation, Found found, OpenFeedback open) {
    if (found.in(WordList.CRISIS)) {
      return withRest(situation, open, phrases.say(situation, "crisis"));
    }
    String key = situation.text().cut() ? "too-long" : "added";
    return phrases.say(situation, key, open.receipt(), null);
  }

  /** Whoever wrote more than is kept must learn it, whatever else is said. */
  private Reply withRest(Situation situation, OpenFeedback open, Reply reply) {
    if (!situation.text().cut()) {
      return reply;
    }
    var texts = new ArrayList<>(reply.texts());
    texts.addAll(phrases.say(situation, "too-long", open.receipt(), null).texts());
    return new Reply(texts);
  }

  private static boolean isConfidential(@Nullable OpenFeedback open) {
    return open != null && open.confidential();
  }
}
