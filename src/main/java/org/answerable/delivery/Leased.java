package org.answerable.delivery;

import java.time.Instant;
import java.util.UUID;
import org.answerable.platform.keys.Sealed;
import org.jspecify.annotations.Nullable;

/**
 * A message that one worker has for a while.
 *
 * @param commitment of the feedback's first text; leads to the receipt. Empty, which leads nowhere,
 *     when the feedback is gone
 * @param attempts how often it was tried before
 * @param receipt whether it stands before the text
 * @param once twice would be worse than uncertain
 * @param question it asks something back
 * @param due when it might leave at first, or when it was last tried
 * @param announced the person was told that an answer waits for their next text
 * @param until the lease's end; no two leases of one message have the same
 * @param withdrawn the person took back what it answers
 * @param began when somebody began to send it, if it was never noted what came of it
 * @param phrase a text of ours; null: what somebody wrote
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
    boolean once,
    boolean question,
    Instant due,
    boolean announced,
    Instant until,
    boolean withdrawn,
    @Nullable Instant began,
    @Nullable Phrase phrase) {
  @Override
  public String toString() {
    return "Leased[" + organisation + ", redacted]";
  }
}
