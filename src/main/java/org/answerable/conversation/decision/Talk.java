package org.answerable.conversation.decision;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where one person's conversation stands. It is sealed wherever it is kept.
 *
 * @param subject what their next text is about
 * @param pace how much they write
 * @param forgetting whether they asked to be forgotten
 * @param pin whether a PIN is asked for, and the tries
 * @param chose when they last wrote STOP or START, or asked for silence; long ago: never
 */
public record Talk(Subject subject, Pace pace, Forgetting forgetting, Pin pin, Instant chose) {

  /** Nothing was said before. */
  public static Talk begin(Instant now) {
    return new Talk(
        Subject.NONE, Pace.none(now), Forgetting.none(now), Pin.none(now), Instant.EPOCH);
  }

  /** The feedback that they wrote about last; null: none, or they proposed something since. */
  public @Nullable OpenFeedback latest() {
    return subject.latest();
  }

  /** The feedback that a next text belongs to, if any. */
  public @Nullable OpenFeedback open() {
    return subject.going() ? subject.latest() : null;
  }

  /** The flow's session, encoded, when a question is open. */
  public byte @Nullable [] asked() {
    return subject.asked();
  }

  /** The same of the question that waits while another one is asked. */
  byte @Nullable [] behind() {
    return subject.behind();
  }

  /** The next text is for the focal point alone: they wrote SAFE. */
  public boolean safe() {
    return subject.safe();
  }

  /** The talk as it is at a moment: what was open for too long is closed, the limits count on. */
  public Talk at(Instant now) {
    boolean stale = pace.isSilentFor(ConversationLimits.OPEN_FOR, now);
    boolean unconfided = pace.isSilentFor(ConversationLimits.CONFIDENTIAL_FOR, now);
    return new Talk(
        subject.at(now, stale, unconfided),
        pace.at(now),
        forgetting.at(now),
        pin.at(now, stale),
        chose);
  }

  /**
   * They are asked something back about a feedback, and what they write until then belongs to it.
   */
  public Talk awaiting(OpenFeedback feedback, Instant until) {
    return with(subject.awaiting(feedback, until));
  }

  /** Whether a text is the answer to what they were asked back. */
  boolean isAwaited(Instant now) {
    return subject.going() && now.isBefore(subject.awaited());
  }

  /** A feedback begins, and with it perhaps a question. */
  Talk begins(OpenFeedback feedback, byte @Nullable [] question) {
    return new Talk(subject.with(feedback, question), pace.begins(), forgetting, pin, chose);
  }

  /**
   * A proposal begins. Whoever made it agreed that it be read by everybody, and to nothing else: no
   * later text is added to it, not even where enough has begun.
   */
  Talk proposes() {
    return new Talk(Subject.NONE, pace.begins(), forgetting, pin, chose);
  }

  /** A feedback goes on. */
  Talk with(OpenFeedback feedback, byte @Nullable [] question) {
    return with(subject.with(feedback, question));
  }

  /** Nothing is asked, and no feedback is open any more; what is confidential stays so. */
  public Talk closed() {
    return with(subject.closed());
  }

  /**
   * What they took back goes on no more. But where it is confidential, what they write next stays
   * so: the answer to "are you safe?" must not become a feedback.
   */
  Talk without(String receipt) {
    return with(subject.without(receipt));
  }

  /** What they write next is for the focal point alone. */
  Talk nextIsSafe() {
    return with(subject.nextIsSafe());
  }

  /** Asks something else first; the question that was open comes back with {@link #backTo}. */
  Talk askingFirst(byte[] question, byte @Nullable [] waiting) {
    return with(subject.asking(question, waiting));
  }

  public Talk backTo(byte @Nullable [] question) {
    return with(subject.asking(question, null));
  }

  private Talk with(Subject other) {
    return new Talk(other, pace, forgetting, pin, chose);
  }

  Talk forgetting(Forgetting other) {
    return new Talk(subject, pace, other, pin, chose);
  }

  Talk pin(Pin other) {
    return new Talk(subject, pace, forgetting, other, chose);
  }

  /** They wrote STOP or START, or asked for silence, at that moment. */
  Talk choosing(Instant moment) {
    return new Talk(subject, pace, forgetting, pin, moment);
  }

  /** Whether they have begun as many feedbacks as one address may at a time. */
  boolean hasEnoughBegun() {
    return pace.begun() >= ConversationLimits.BEGUN;
  }

  boolean tooFast() {
    return pace.sent() > ConversationLimits.RATE_MESSAGES;
  }

  @Override
  public String toString() {
    return "Talk[redacted]";
  }

  /**
   * @param feedback its id; of what is confidential, the report's
   * @param receipt eight digits
   * @param due what the receipt said
   * @param texts how many texts and answers belong to it so far: the next one's ordinal
   * @param confidential what is added to it is for the focal point alone
   */
  public record OpenFeedback(
      UUID feedback,
      String reference,
      String receipt,
      LocalDate due,
      int texts,
      boolean confidential) {
    OpenFeedback next() {
      return new OpenFeedback(feedback, reference, receipt, due, texts + 1, confidential);
    }

    /** Goes on as a report of its own, which has the same receipt. */
    OpenFeedback confided(UUID report) {
      return new OpenFeedback(report, reference, receipt, due, texts, true);
    }

    @Override
    public String toString() {
      return "OpenFeedback[redacted]";
    }
  }
}
