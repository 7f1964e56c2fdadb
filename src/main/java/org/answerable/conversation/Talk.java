package org.answerable.conversation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where one person's conversation stands. It is sealed wherever it is kept.
 *
 * @param open the feedback that a next text belongs to, if any
 * @param asked the flow's session, encoded, when a question is open
 * @param behind the same of the question that waits while another one is asked
 * @param at the last moment the person wrote
 * @param sent how many texts they wrote in the window that began at {@code windowStart}
 */
record Talk(
    @Nullable OpenFeedback open,
    byte @Nullable [] asked,
    byte @Nullable [] behind,
    Instant at,
    Instant windowStart,
    int sent) {

  static Talk begin(Instant now) {
    return new Talk(null, null, null, now, now, 0);
  }

  /** The talk as it is at a moment: what was open for too long is closed, the rate counts on. */
  Talk at(Instant now) {
    boolean stale = at.plus(ConversationLimits.OPEN_FOR).isBefore(now);
    boolean newWindow = !now.isBefore(windowStart.plus(ConversationLimits.RATE_WINDOW));
    return new Talk(
        stale ? null : open,
        stale ? null : asked,
        stale ? null : behind,
        now,
        newWindow ? now : windowStart,
        newWindow ? 1 : sent + 1);
  }

  Talk with(@Nullable OpenFeedback feedback, byte @Nullable [] question) {
    return new Talk(feedback, question, feedback == null ? null : behind, at, windowStart, sent);
  }

  /** Asks something else first; the question that was open comes back with {@link #backTo}. */
  Talk askingFirst(byte[] question, byte @Nullable [] waiting) {
    return new Talk(open, question, waiting, at, windowStart, sent);
  }

  Talk backTo(byte @Nullable [] question) {
    return new Talk(open, question, null, at, windowStart, sent);
  }

  boolean tooFast() {
    return sent > ConversationLimits.RATE_MESSAGES;
  }

  @Override
  public String toString() {
    return "Talk[redacted]";
  }

  /**
   * @param receipt eight digits
   * @param due what the receipt said
   * @param texts how many texts and answers belong to it so far: the next one's ordinal
   */
  record OpenFeedback(UUID feedback, String reference, String receipt, LocalDate due, int texts) {
    OpenFeedback next() {
      return new OpenFeedback(feedback, reference, receipt, due, texts + 1);
    }

    @Override
    public String toString() {
      return "OpenFeedback[redacted]";
    }
  }
}
