package org.answerable.feedback;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.answerable.delivery.Outgoing;
import org.answerable.delivery.Phrase;
import org.jspecify.annotations.Nullable;

/** What people are told of a promise or a referral, each in their own language. */
final class Promised {
  /** Behind the answer that it belongs to. */
  private static final Duration BEHIND = Duration.ofSeconds(2);

  private Promised() {}

  /** That it was made, or who has it now. */
  static Outgoing said(Step step, UUID response, Commitment made, Instant due, boolean once) {
    Phrase phrase = made.isReferral() ? Phrase.REFERRED : Phrase.PROMISED;
    return outgoing(phrase, step, response, values(made, step.day(), ""), due.plus(BEHIND), once);
  }

  /** That it is done, or what the body answered. */
  static Outgoing kept(
      Step step, UUID response, Commitment made, String words, Instant now, boolean once) {
    Phrase phrase = made.isReferral() ? Phrase.BODY_ANSWERED : Phrase.PROMISE_KEPT;
    return outgoing(phrase, step, response, values(made, step.day(), words), now, once);
  }

  /** That its day has passed. */
  static Outgoing missed(Step step, UUID response, Commitment made, Instant now, boolean once) {
    Phrase phrase = made.isReferral() ? Phrase.BODY_SILENT : Phrase.PROMISE_MISSED;
    return outgoing(phrase, step, response, values(made, step.day(), ""), now, once);
  }

  private static Map<String, String> values(
      Commitment made, LocalDate day, @Nullable String words) {
    return Map.of(
        made.isReferral() ? "body" : "what",
        made.what(),
        "date",
        made.due().toString(),
        "day",
        day.toString(),
        "words",
        words == null ? "" : words);
  }

  private static Outgoing outgoing(
      Phrase phrase,
      Step step,
      UUID response,
      Map<String, String> values,
      Instant due,
      boolean once) {
    FeedbackState after = step.after();
    String name = phrase.word() + "/" + response;
    return Outgoing.of(
        phrase,
        after.organisation(),
        after.feedback(),
        after.number(),
        UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.US_ASCII)),
        values,
        due,
        once);
  }
}
