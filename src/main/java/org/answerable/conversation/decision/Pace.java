package org.answerable.conversation.decision;

import java.time.Duration;
import java.time.Instant;

/**
 * How much a person writes; sealed with their session.
 *
 * @param at the last moment they wrote
 * @param sent how many texts they wrote since {@code sentSince}
 * @param begun how many feedbacks they began since {@code begunSince}
 */
public record Pace(Instant at, Instant sentSince, int sent, Instant begunSince, int begun) {

  static Pace none(Instant now) {
    return new Pace(now, now, 0, now, 0);
  }

  /** With a text at this moment. */
  Pace at(Instant now) {
    boolean newMinute = !now.isBefore(sentSince.plus(ConversationLimits.RATE_WINDOW));
    boolean newDay = !now.isBefore(begunSince.plus(ConversationLimits.BEGUN_WINDOW));
    return new Pace(
        now,
        newMinute ? now : sentSince,
        newMinute ? 1 : sent + 1,
        newDay ? now : begunSince,
        newDay ? 0 : begun);
  }

  Pace begins() {
    return new Pace(at, sentSince, sent, begunSince, begun + 1);
  }

  boolean isSilentFor(Duration time, Instant now) {
    return at.plus(time).isBefore(now);
  }

  @Override
  public String toString() {
    return "Pace[redacted]";
  }
}
