package org.answerable.conversation.decision;

import java.time.Instant;
import org.answerable.conversation.decision.Talk.OpenFeedback;
import org.jspecify.annotations.Nullable;

/**
 * What a person's next text is about unless it says something else; sealed with their session.
 *
 * @param latest the feedback that they wrote about last; null: none, or they proposed something
 *     since
 * @param going whether a next text belongs to it
 * @param asked the flow's session, encoded, when a question is open
 * @param behind the same of the question that waits while another one is asked
 * @param safe the next text is for the focal point alone: they wrote SAFE
 * @param awaited until when what they write answers a question that they were asked back; long ago:
 *     nothing was
 */
public record Subject(
    @Nullable OpenFeedback latest,
    boolean going,
    byte @Nullable [] asked,
    byte @Nullable [] behind,
    boolean safe,
    Instant awaited) {
  static final Subject NONE = new Subject(null, false, null, null, false, Instant.EPOCH);

  /**
   * As it is at a moment.
   *
   * @param stale what is open for long enough is closed
   * @param unconfided what is confidential too
   */
  Subject at(Instant now, boolean stale, boolean unconfided) {
    boolean over = confidential() ? unconfided : stale && !now.isBefore(awaited);
    return new Subject(
        latest,
        going && !over,
        stale ? null : asked,
        stale ? null : behind,
        safe && !unconfided,
        awaited);
  }

  Subject awaiting(OpenFeedback feedback, Instant until) {
    return new Subject(feedback, true, null, null, safe, until);
  }

  Subject with(OpenFeedback feedback, byte @Nullable [] question) {
    return new Subject(feedback, true, question, behind, false, Instant.EPOCH);
  }

  Subject closed() {
    return new Subject(latest, going && confidential(), null, null, safe, Instant.EPOCH);
  }

  Subject without(String receipt) {
    return latest == null || !latest.receipt().equals(receipt) || latest.confidential()
        ? this
        : new Subject(null, false, null, null, safe, Instant.EPOCH);
  }

  Subject nextIsSafe() {
    return new Subject(latest, false, null, null, true, Instant.EPOCH);
  }

  Subject asking(byte @Nullable [] question, byte @Nullable [] waiting) {
    return new Subject(latest, going, question, waiting, safe, awaited);
  }

  private boolean confidential() {
    return latest != null && latest.confidential();
  }

  @Override
  public String toString() {
    return "Subject[redacted]";
  }
}
