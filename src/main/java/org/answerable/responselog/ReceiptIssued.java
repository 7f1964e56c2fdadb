package org.answerable.responselog;

import java.time.LocalDate;
import org.answerable.effect.Effect;

/**
 * A receipt was given out. Commitment and owner tag lead from it to the log and, for the sender
 * alone, to the person; nothing else joins them.
 *
 * @param digits eight, without a hyphen
 * @param ownerTag HMAC(the person's data key, feedback)
 * @param due the day that the receipt named; it only becomes earlier
 */
public record ReceiptIssued(
    String organisation,
    String digits,
    byte[] commitment,
    byte[] ownerTag,
    LocalDate day,
    LocalDate due)
    implements Effect {
  @Override
  public String toString() {
    return "ReceiptIssued[" + organisation + ", redacted]";
  }
}
