package org.answerable.intake;

import java.util.Optional;
import java.util.UUID;

/** What a receipt was given for, wherever that is now. */
public interface SentFeedbacks {
  /**
   * The feedback, or the report, of a receipt, whoever has it; empty: there is none, or not any
   * more.
   *
   * @param digits eight
   */
  Optional<Sent> byReceipt(String organisation, String digits);

  /**
   * A feedback, or what was confided.
   *
   * @param commitment of its first text
   * @param ownerTag HMAC(the person's data key, feedback): proves whose it is
   * @param answered whether it has an answer of which its sender may say whether it helped
   */
  record Sent(
      UUID feedback, String reference, byte[] commitment, byte[] ownerTag, boolean answered) {}
}
