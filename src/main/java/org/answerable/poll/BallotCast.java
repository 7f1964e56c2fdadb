package org.answerable.poll;

import org.answerable.effect.Effect;

/**
 * Somebody voted. Their last vote counts.
 *
 * @param poll its reference
 * @param pressed by a button, each of which builds a vote further: none that it replaces is counted
 *     as one that was replaced
 */
public record BallotCast(
    String organisation, String poll, Voter voter, CastBallot ballot, boolean pressed)
    implements Effect {
  /** The same by a button. */
  public BallotCast byButton() {
    return new BallotCast(organisation, poll, voter, ballot, true);
  }

  @Override
  public String toString() {
    return "BallotCast[" + organisation + ", redacted]";
  }
}
