package org.answerable.intake;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a receipt was given for, wherever that is now. */
public interface SentFeedbacks {
  /**
   * The feedback, or the report, of a receipt, whoever has it; empty: there is none, or not any
   * more.
   *
   * @param digits eight
   */
  Optional<Sent> byReceipt(String organisation, String digits);

  /** A released feedback by its public name; empty: there is none. */
  Optional<Sent> byReference(String organisation, String reference);

  /**
   * A feedback, or what was confided.
   *
   * @param commitment of its first text
   * @param ownerTag HMAC(the person's data key, feedback): proves whose it is
   * @param answered whether it has an answer of which its sender may say whether it helped
   * @param shown the words that its sender is shown and has said nothing of; null: none
   */
  record Sent(
      UUID feedback,
      String reference,
      byte[] commitment,
      byte[] ownerTag,
      boolean answered,
      @Nullable UUID shown) {}
}
