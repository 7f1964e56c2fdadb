package org.answerable.ballot;

import java.util.List;

/**
 * A number for each ordered pair of standing candidates: how many prefer the first to the second.
 * Immutable; equal only to itself.
 */
public final class Pairs {
  private final List<Integer> standing;
  private final long[][] votes;

  Pairs(List<Integer> standing, long[][] votes) {
    this.standing = standing;
    this.votes = votes;
  }

  /**
   * Counts. A candidate is preferred to those of lower ranks and to all who are not mentioned.
   * Time: mentions times candidates.
   */
  static Pairs of(Papers papers) {
    long[][] votes = new long[papers.arraySize()][papers.arraySize()];
    int[] standing = papers.standing().stream().mapToInt(Integer::intValue).toArray();
    int[] rankOf = new int[papers.arraySize()]; // from 1; 0: not mentioned
    for (Ballot ballot : papers.ballots()) {
      writeRanks(ballot, rankOf);
      for (int place = 0; place < ballot.length(); place++) {
        int preferred = ballot.candidate(place);
        addBelow(votes[preferred], standing, rankOf, rankOf[preferred], ballot.weight());
      }
      for (int place = 0; place < ballot.length(); place++) {
        rankOf[ballot.candidate(place)] = 0;
      }
    }
    return new Pairs(papers.standing(), votes);
  }

  private static void writeRanks(Ballot ballot, int[] rankOf) {
    int rank = 0;
    for (int place = 0; place < ballot.length(); place++) {
      rank += ballot.sharesRank(place) ? 0 : 1;
      rankOf[ballot.candidate(place)] = rank;
    }
  }

  private static void addBelow(long[] votes, int[] standing, int[] rankOf, int rank, long weight) {
    for (int other : standing) {
      if (rankOf[other] == 0 || rankOf[other] > rank) {
        votes[other] += weight;
      }
    }
  }

  /** The numbers that pairs are made of, ascending. */
  public List<Integer> standing() {
    return standing;
  }

  /** How many prefer the first candidate to the second. */
  public long prefer(int first, int second) {
    return votes[first][second];
  }
}
