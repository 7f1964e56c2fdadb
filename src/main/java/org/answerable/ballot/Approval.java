package org.answerable.ballot;

import java.math.BigDecimal;
import java.util.Map;

/**
 * Approval voting: a ballot is one vote for each candidate whom it mentions; most votes win.
 *
 * <pre>score(a) = number of ballots that mention a</pre>
 *
 * @see <a href="https://doi.org/10.2307/1955105">Brams and Fishburn, Approval voting, American
 *     Political Science Review 72, 1978</a>
 */
public record Approval() implements CountingMethod.OfRankings {
  @Override
  public String word() {
    return "approval";
  }

  @Override
  public Tally.Scores count(RankedPoll poll) {
    Papers papers = Papers.of(poll);
    long[] votes = new long[papers.arraySize()];
    for (Ballot ballot : papers.ballots()) {
      for (int place = 0; place < ballot.length(); place++) {
        votes[ballot.candidate(place)] += ballot.weight();
      }
    }
    Map<Integer, BigDecimal> scores =
        Scoring.scores(papers, number -> BigDecimal.valueOf(votes[number]));
    return Scoring.tally(papers, scores);
  }
}
