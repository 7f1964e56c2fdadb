package org.answerable.ballot;

import java.util.List;

/**
 * A question, and the ballots that rank its candidates, as they were cast: withdrawn candidates and
 * repeated mentions are still on them.
 *
 * @param seats how many are to be elected, from 1; may be more than the candidates
 * @param candidates numbered from 1 in this order
 * @param ties decides where votes are equal
 */
public record RankedPoll(
    String title, int seats, List<Candidate> candidates, TieOrder ties, List<Ballot> ballots) {
  /**
   * Checks and copies.
   *
   * @throws IllegalArgumentException if a ballot names a candidate who is not there, the numbers do
   *     not run from 1, or a limit is passed
   * @throws ArithmeticException for more than {@link BallotLimits#VOTES}
   */
  public RankedPoll {
    candidates = List.copyOf(candidates);
    ballots = List.copyOf(ballots);
    if (seats < 1 || candidates.isEmpty() || candidates.size() > BallotLimits.CANDIDATES) {
      throw new IllegalArgumentException("a poll has a seat and a candidate at least");
    }
    for (int place = 0; place < candidates.size(); place++) {
      if (candidates.get(place).number() != place + 1) {
        throw new IllegalArgumentException("candidates are numbered from 1 in their order");
      }
    }
    if (ties.order().size() != candidates.size()) {
      throw new IllegalArgumentException("the tie order names all candidates");
    }
    requireKnown(ballots, candidates.size());
  }

  /** The same ballots for another number of seats. */
  public RankedPoll withSeats(int other) {
    return new RankedPoll(title, other, candidates, ties, ballots);
  }

  /** The same ballots with another tie order. */
  public RankedPoll withTies(TieOrder other) {
    return new RankedPoll(title, seats, candidates, other, ballots);
  }

  static void requireKnown(List<Ballot> ballots, int options) {
    long votes = 0;
    for (Ballot ballot : ballots) {
      votes = Math.addExact(votes, ballot.weight());
      for (int place = 0; place < ballot.length(); place++) {
        if (ballot.candidate(place) > options) {
          throw new IllegalArgumentException("a ballot names " + ballot.candidate(place));
        }
      }
    }
  }
}
