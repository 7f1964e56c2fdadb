package org.answerable.poll;

import java.util.UUID;
import org.answerable.effect.Effect;

/**
 * Somebody voted. Their last vote counts.
 *
 * @param poll its reference
 * @param who the constituent; only a tag of them is written, under the poll's key
 */
public record BallotCast(String organisation, String poll, UUID who, CastBallot ballot)
    implements Effect {
  @Override
  public String toString() {
    return "BallotCast[" + organisation + ", redacted]";
  }
}
