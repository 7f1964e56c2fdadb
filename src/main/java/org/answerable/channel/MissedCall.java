package org.answerable.channel;

import java.time.Instant;

/**
 * Somebody called a number that only takes texts, as people do who have no credit. It was rejected
 * and cost nobody anything.
 *
 * @param id the provider's id of the call, stable over repeats
 * @param at when it reached us; kept nowhere
 */
public record MissedCall(String organisation, String id, Address from, Instant at) {
  @Override
  public String toString() {
    return "MissedCall[" + organisation + ", " + from.channel() + ", redacted]";
  }
}
