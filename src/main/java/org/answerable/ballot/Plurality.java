package org.answerable.ballot;

import java.math.BigDecimal;
import java.util.Map;

/**
 * Plurality: a ballot is one vote for its first preference; most votes win.
 *
 * <pre>score(a) = number of ballots whose only first preference is a</pre>
 *
 * A ballot whose first rank is shared is valid and a vote for nobody.
 *
 * @see <a href="https://doi.org/10.1016/S1574-0110(02)80008-X">Brams and Fishburn, Voting
 *     procedures, Handbook of Social Choice and Welfare 1, 2002, section 2</a>
 */
public record Plurality() implements CountingMethod.OfRankings {
  @Override
  public String word() {
    return "plurality";
  }

  @Override
  public Tally.Scores count(RankedPoll poll) {
    Papers papers = Papers.of(poll);
    boolean[] standing = papers.continuing();
    long[] votes = new long[papers.arraySize()]; // those for nobody at 0
    for (Ballot ballot : papers.ballots()) {
      votes[ballot.choice(standing)] += ballot.weight();
    }
    Map<Integer, BigDecimal> scores =
        Scoring.scores(papers, number -> BigDecimal.valueOf(votes[number]));
    return Scoring.tally(papers, scores);
  }
}
