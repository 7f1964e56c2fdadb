package org.answerable.delivery;

import java.time.Instant;
import java.util.UUID;
import org.answerable.platform.keys.Sealed;

/**
 * A message that one worker has for a while.
 *
 * @param commitment of the feedback's first text; leads to the receipt. Empty, which leads nowhere,
 *     when the feedback is gone
 * @param attempts how often it was tried before
 * @param until the lease's end; no two leases of one message have the same
 * @param receipt whether it stands before the text
 * @param withdrawn the person took back what it answers
 * @param interrupted somebody began to send it, and it was never noted what came of it
 */
public record Leased(
    String organisation,
    UUID message,
    UUID feedback,
    UUID response,
    byte[] commitment,
    int attempts,
    Sealed text,
    boolean receipt,
    Instant until,
    boolean withdrawn,
    boolean interrupted) {
  @Override
  public String toString() {
    return "Leased[" + organisation + ", redacted]";
  }
}
