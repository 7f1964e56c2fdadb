package org.answerable.conversation.decision;

import java.util.List;
import org.answerable.channel.Reply;
import org.answerable.confidential.Confided;
import org.answerable.constituent.Constituent;
import org.answerable.constituent.ConstituentForgotten;
import org.answerable.constituent.RouteMade;
import org.answerable.constituent.Settings;
import org.answerable.effect.Effect;
import org.answerable.poll.BallotCast;
import org.jspecify.annotations.Nullable;

/**
 * What one message leads to; nothing of it has happened yet.
 *
 * @param next where the conversation stands after it
 * @param settings what the person has chosen after it
 * @param stopped whether they get no texts after it
 * @param ballotOf the poll that the reply says something of a vote in, sent or meant; null: of none
 */
public record Decision(
    Reply reply,
    Talk next,
    Settings settings,
    boolean stopped,
    List<Effect> effects,
    @Nullable String ballotOf) {
  /** About no vote. */
  Decision(Reply reply, Talk next, Settings settings, boolean stopped, List<Effect> effects) {
    this(reply, next, settings, stopped, effects, null);
  }

  public Decision {
    effects = List.copyOf(effects);
  }

  Decision withReply(Reply other) {
    return new Decision(other, next, settings, stopped, effects, ballotOf);
  }

  Decision withNext(Talk other) {
    return new Decision(reply, other, settings, stopped, effects, ballotOf);
  }

  Decision withSettings(Settings other) {
    return new Decision(reply, next, other, stopped, effects, ballotOf);
  }

  Decision withEffects(List<Effect> other) {
    return new Decision(reply, next, settings, stopped, other, ballotOf);
  }

  /** Nothing reaches the phone any more, not even what a stopped person is told. */
  Decision silenced() {
    return new Decision(Reply.NOTHING, next.closed(), settings.withSilence(true), true, effects);
  }

  /** What they chose before stays: whether they get texts. */
  Decision standing(Constituent person) {
    Settings kept = settings.withSilence(person.settings().silent());
    return new Decision(reply, next, kept, person.stopped(), effects, ballotOf);
  }

  /** Whether the person is forgotten with it. */
  public boolean forgets() {
    return effects.stream().anyMatch(ConstituentForgotten.class::isInstance);
  }

  /** Whether a vote is cast with it. */
  boolean casts() {
    return effects.stream().anyMatch(BallotCast.class::isInstance);
  }

  /** The same, about a vote in a poll. */
  Decision aboutBallot(String poll) {
    return new Decision(reply, next, settings, stopped, effects, poll);
  }

  /**
   * Whether somebody confides for the first time, and has to hear of it however fast they write.
   */
  boolean beginsReport() {
    // a report apart from an open feedback begins with a later ordinal, but each has a way back
    return effects.stream().anyMatch(Confided.class::isInstance)
        && effects.stream().anyMatch(RouteMade.class::isInstance);
  }

  @Override
  public String toString() {
    return "Decision[redacted]";
  }
}
