package org.answerable.poll;

import org.answerable.effect.Effect;

/**
 * Somebody voted. Their last vote counts.
 *
 * @param poll its reference
 */
public record BallotCast(String organisation, String poll, Voter voter, CastBallot ballot)
    implements Effect {
  @Override
  public String toString() {
    return "BallotCast[" + organisation + ", redacted]";
  }
}
