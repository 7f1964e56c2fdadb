package org.answerable.conversation;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where one person's conversation stands. It is sealed wherever it is kept.
 *
 * @param latest the feedback that they wrote about last
 * @param going whether a next text belongs to it
 * @param asked the flow's session, encoded, when a question is open
 * @param behind the same of the question that waits while another one is asked
 * @param safe the next text is for the focal point alone: they wrote SAFE
 * @param at the last moment the person wrote
 * @param sent how many texts they wrote since {@code sentSince}
 * @param begun how many feedbacks they began since {@code begunSince}
 * @param forgetting whether they asked to be forgotten
 * @param pin whether a PIN is asked for, and the tries
 * @param chose when they last wrote STOP or START, or asked for silence; long ago: never
 * @param awaited until when what they write answers a question that they were asked back; long ago:
 *     nothing was
 */
record Talk(
    @Nullable OpenFeedback latest,
    boolean going,
    byte @Nullable [] asked,
    byte @Nullable [] behind,
    boolean safe,
    Instant at,
    Instant sentSince,
    int sent,
    Instant begunSince,
    int begun,
    Forgetting forgetting,
    Pin pin,
    Instant chose,
    Instant awaited) {

  static Talk begin(Instant now) {
    return new Talk(
        null,
        false,
        null,
        null,
        false,
        now,
        now,
        0,
        now,
        0,
        Forgetting.none(now),
        Pin.none(now),
        Instant.EPOCH,
        Instant.EPOCH);
  }

  /** The feedback that a next text belongs to, if any. */
  @Nullable OpenFeedback open() {
    return going ? latest : null;
  }

  /** The talk as it is at a moment: what was open for too long is closed, the limits count on. */
  Talk at(Instant now) {
    boolean stale = isOver(ConversationLimits.OPEN_FOR, now);
    boolean confidential = latest != null && latest.confidential();
    boolean unconfided = isOver(ConversationLimits.CONFIDENTIAL_FOR, now);
    boolean over = confidential ? unconfided : stale && !now.isBefore(awaited);
    boolean newMinute = !now.isBefore(sentSince.plus(ConversationLimits.RATE_WINDOW));
    boolean newDay = !now.isBefore(begunSince.plus(ConversationLimits.BEGUN_WINDOW));
    return new Talk(
        latest,
        going && !over,
        stale ? null : asked,
        stale ? null : behind,
        safe && !unconfided,
        now,
        newMinute ? now : sentSince,
        newMinute ? 1 : sent + 1,
        newDay ? now : begunSince,
        newDay ? 0 : begun,
        forgetting.at(now),
        pin.at(now, stale),
        chose,
        awaited);
  }

  private boolean isOver(Duration time, Instant now) {
    return at.plus(time).isBefore(now);
  }

  /**
   * They are asked something back about a feedback, and what they write until then belongs to it.
   */
  Talk awaiting(OpenFeedback feedback, Instant until) {
    return new Talk(
        feedback,
        true,
        null,
        null,
        safe,
        at,
        sentSince,
        sent,
        begunSince,
        begun,
        forgetting,
        pin,
        chose,
        until);
  }

  /** Whether a text is the answer to what they were asked back. */
  boolean isAwaited(Instant now) {
    return going && now.isBefore(awaited);
  }

  /** A feedback begins, and with it perhaps a question. */
  Talk begins(OpenFeedback feedback, byte @Nullable [] question) {
    return new Talk(
        feedback,
        true,
        question,
        behind,
        false,
        at,
        sentSince,
        sent,
        begunSince,
        begun + 1,
        forgetting,
        pin,
        chose,
        Instant.EPOCH);
  }

  /** A feedback goes on. */
  Talk with(OpenFeedback feedback, byte @Nullable [] question) {
    return new Talk(
        feedback,
        true,
        question,
        behind,
        false,
        at,
        sentSince,
        sent,
        begunSince,
        begun,
        forgetting,
        pin,
        chose,
        Instant.EPOCH);
  }

  /** Nothing is asked, and no feedback is open any more; what is confidential stays so. */
  Talk closed() {
    boolean stays = going && latest != null && latest.confidential();
    return new Talk(
        latest,
        stays,
        null,
        null,
        safe,
        at,
        sentSince,
        sent,
        begunSince,
        begun,
        forgetting,
        pin,
        chose,
        Instant.EPOCH);
  }

  /**
   * What they took back goes on no more. But where it is confidential, what they write next stays
   * so: the answer to "are you safe?" must not become a feedback.
   */
  Talk without(String receipt) {
    if (latest == null || !latest.receipt().equals(receipt) || latest.confidential()) {
      return this;
    }
    return new Talk(
        null,
        false,
        null,
        null,
        safe,
        at,
        sentSince,
        sent,
        begunSince,
        begun,
        forgetting,
        pin,
        chose,
        Instant.EPOCH);
  }

  /** What they write next is for the focal point alone. */
  Talk nextIsSafe() {
    return new Talk(
        latest,
        false,
        null,
        null,
        true,
        at,
        sentSince,
        sent,
        begunSince,
        begun,
        forgetting,
        pin,
        chose,
        Instant.EPOCH);
  }

  /** Asks something else first; the question that was open comes back with {@link #backTo}. */
  Talk askingFirst(byte[] question, byte @Nullable [] waiting) {
    return asking(question, waiting);
  }

  Talk backTo(byte @Nullable [] question) {
    return asking(question, null);
  }

  private Talk asking(byte @Nullable [] question, byte @Nullable [] waiting) {
    return new Talk(
        latest,
        going,
        question,
        waiting,
        safe,
        at,
        sentSince,
        sent,
        begunSince,
        begun,
        forgetting,
        pin,
        chose,
        awaited);
  }

  Talk forgetting(Forgetting other) {
    return new Talk(
        latest,
        going,
        asked,
        behind,
        safe,
        at,
        sentSince,
        sent,
        begunSince,
        begun,
        other,
        pin,
        chose,
        awaited);
  }

  Talk pin(Pin other) {
    return new Talk(
        latest,
        going,
        asked,
        behind,
        safe,
        at,
        sentSince,
        sent,
        begunSince,
        begun,
        forgetting,
        other,
        chose,
        awaited);
  }

  /** They wrote STOP or START, or asked for silence, at that moment. */
  Talk choosing(Instant moment) {
    return new Talk(
        latest,
        going,
        asked,
        behind,
        safe,
        at,
        sentSince,
        sent,
        begunSince,
        begun,
        forgetting,
        pin,
        moment,
        awaited);
  }

  /** Whether they have begun as many feedbacks as one address may at a time. */
  boolean hasEnoughOpen() {
    return latest != null && begun >= ConversationLimits.BEGUN;
  }

  boolean tooFast() {
    return sent > ConversationLimits.RATE_MESSAGES;
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
  record OpenFeedback(
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
