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
   * Counts. A candidate is preferred to those of lower ranks and to all who are not mentioned: that
   * is, in each ballot that mentions them, to all but those who stand there as high or higher. So
   * the latter are what is looked at; a ballot takes the square of its mentions.
   */
  static Pairs of(Papers papers) {
    long[] mentioned = new long[papers.arraySize()];
    long[][] asHigh = new long[papers.arraySize()][papers.arraySize()];
    for (Ballot ballot : papers.ballots()) {
      int rankBegins = 0;
      for (int place = 0; place < ballot.length(); place++) {
        rankBegins = ballot.sharesRank(place) ? rankBegins : place;
        mentioned[ballot.candidate(place)] += ballot.weight();
        addAsHigh(asHigh, ballot, place, rankBegins);
      }
    }
    return new Pairs(papers.standing(), preferred(mentioned, asHigh));
  }

  /** Whom a mention finds above it, and beside it: there each is as high as the other. */
  private static void addAsHigh(long[][] asHigh, Ballot ballot, int place, int rankBegins) {
    int candidate = ballot.candidate(place);
    long[] here = asHigh[candidate];
    long weight = ballot.weight();
    for (int before = 0; before <= place; before++) {
      here[ballot.candidate(before)] += weight;
    }
    for (int beside = rankBegins; beside < place; beside++) {
      asHigh[ballot.candidate(beside)][candidate] += weight;
    }
  }

  private static long[][] preferred(long[] mentioned, long[][] asHigh) {
    long[][] votes = new long[mentioned.length][mentioned.length];
    for (int first = 1; first < votes.length; first++) {
      for (int second = 1; second < votes.length; second++) {
        votes[first][second] = mentioned[first] - asHigh[first][second];
      }
    }
    return votes;
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
