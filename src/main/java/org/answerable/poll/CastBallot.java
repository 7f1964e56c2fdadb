package org.answerable.poll;

import java.time.Instant;

/**
 * What somebody chose last in a poll that is open.
 *
 * @param line as {@link BallotLine} writes it
 * @param at when they sent it, as far as it is known
 */
public record CastBallot(String line, Instant at) {
  @Override
  public String toString() {
    return "CastBallot[redacted]";
  }
}
