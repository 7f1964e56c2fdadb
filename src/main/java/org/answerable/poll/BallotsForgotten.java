package org.answerable.poll;

import java.util.List;
import java.util.UUID;
import org.answerable.effect.Effect;

/**
 * What somebody chose in polls that are still open goes, since they asked to be forgotten.
 *
 * @param polls references of those that are open; what was sent with a code stays, for nobody knows
 *     whose it was
 */
public record BallotsForgotten(String organisation, UUID who, List<String> polls)
    implements Effect {
  public BallotsForgotten {
    polls = List.copyOf(polls);
  }

  @Override
  public String toString() {
    return "BallotsForgotten[" + organisation + ", redacted]";
  }
}
