package org.answerable.ballot;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;

/**
 * Borda count: of n candidates the first on a ballot gets n−1 points, the next n−2, the last 0;
 * most points win. Candidates of one rank share the mean of the places that they span, and so do
 * all who are not mentioned.
 *
 * <pre>points of places k … k+s−1, from 0  =  n−1−k − (s−1)/2</pre>
 *
 * The mean is a half at worst, so points are counted doubled.
 *
 * @see <a href="https://doi.org/10.1017/CBO9781107446984.003">Zwicker, Introduction to the theory
 *     of voting, Handbook of Computational Social Choice, 2016, section 2.2</a>
 */
public record Borda() implements CountingMethod.OfRankings {
  @Override
  public String word() {
    return "borda";
  }

  @Override
  public Tally.Scores count(RankedPoll poll) {
    Papers papers = Papers.of(poll);
    long[][] ballots = ballotsByPoints(papers);
    Map<Integer, BigDecimal> scores =
        Scoring.scores(papers, number -> halved(sum(ballots[number])));
    return Scoring.tally(papers, scores);
  }

  /** At a candidate and doubled points: how many ballots give these. */
  private static long[][] ballotsByPoints(Papers papers) {
    int candidates = papers.standing().size();
    long[][] ballots = new long[papers.arraySize()][2 * candidates];
    boolean[] mentioned = new boolean[papers.arraySize()];
    for (Ballot ballot : papers.ballots()) {
      int first = 0;
      while (first < ballot.length()) {
        int end = endOfRank(ballot, first);
        for (int place = first; place < end; place++) {
          int number = ballot.candidate(place);
          ballots[number][doubledPoints(candidates, first, end)] += ballot.weight();
          mentioned[number] = true;
        }
        first = end;
      }
      for (int number : papers.standing()) {
        if (!mentioned[number]) {
          ballots[number][doubledPoints(candidates, first, candidates)] += ballot.weight();
        }
        mentioned[number] = false;
      }
    }
    return ballots;
  }

  private static int endOfRank(Ballot ballot, int first) {
    int end = first + 1;
    while (end < ballot.length() && ballot.sharesRank(end)) {
      end++;
    }
    return end;
  }

  /** For each of those who share the places from one to before another. */
  private static int doubledPoints(int candidates, int first, int end) {
    return 2 * candidates - 1 - first - end;
  }

  private static BigInteger sum(long[] ballots) {
    BigInteger sum = BigInteger.ZERO;
    for (int points = 0; points < ballots.length; points++) {
      BigInteger product = BigInteger.valueOf(ballots[points]).multiply(BigInteger.valueOf(points));
      sum = sum.add(product);
    }
    return sum;
  }

  private static BigDecimal halved(BigInteger doubled) {
    return new BigDecimal(doubled.multiply(BigInteger.valueOf(5)), 1);
  }
}
