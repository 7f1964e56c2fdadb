package org.answerable.conversation.decision;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where somebody's asking to be forgotten stands; sealed with their session.
 *
 * @param digits what confirms it, once; null: nothing is asked
 * @param asked when the digits were given
 * @param times how often digits were given since {@code since}
 */
public record Forgetting(@Nullable String digits, Instant asked, Instant since, int times) {

  static Forgetting none(Instant now) {
    return new Forgetting(null, now, now, 0);
  }

  /** As it is at a moment: old digits are over, and the count goes on. */
  Forgetting at(Instant now) {
    boolean over = now.isAfter(asked.plus(ConversationLimits.FORGET_FOR));
    boolean newDay = !now.isBefore(since.plus(ConversationLimits.FORGET_WINDOW));
    return new Forgetting(over ? null : digits, asked, newDay ? now : since, newDay ? 0 : times);
  }

  boolean isEnough() {
    return times >= ConversationLimits.FORGET_TIMES;
  }

  Forgetting asks(String fresh, Instant now) {
    return new Forgetting(fresh, now, since, times + 1);
  }

  /** Digits count once: a wrong try ends them, so that nobody can go through all of them. */
  Forgetting ended() {
    return new Forgetting(null, asked, since, times);
  }

  @Override
  public String toString() {
    return "Forgetting[redacted]";
  }
}
