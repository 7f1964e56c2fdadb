package org.answerable.ballot;

/**
 * Sum of points: each voter shares a number of points among the candidates; most points win.
 *
 * <pre>score(a) = sum of the points that voters give to a</pre>
 *
 * Here and in files a voter's points stand apart: for each candidate a paper that names only them,
 * as often as they have points. So the count is that of {@link Plurality}.
 *
 * @see <a href="https://doi.org/10.1016/S1574-0110(02)80008-X">Brams and Fishburn, Voting
 *     procedures, Handbook of Social Choice and Welfare 1, 2002, section 2, cumulative voting</a>
 */
public record Points() implements CountingMethod.OfRankings {
  @Override
  public String word() {
    return "points";
  }

  @Override
  public Tally count(RankedPoll poll) {
    return new Plurality().count(poll);
  }
}
