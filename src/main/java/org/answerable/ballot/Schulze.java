package org.answerable.ballot;

import java.util.List;

/**
 * Schulze's method, by winning votes. A path is as strong as its weakest link; a beats b if the
 * strongest path from a to b is stronger than the strongest one back.
 *
 * <pre>link a→b exists if d(a,b) &gt; d(b,a), of strength d(a,b): those who prefer a to b
 * p(a,b) = the largest, over all paths from a to b, of the path's smallest link; 0 without a path
 * a beats b if p(a,b) &gt; p(b,a)</pre>
 *
 * The ranking has levels: all unbeaten, then all whom nobody of the rest beats, and so on.
 *
 * @see <a href="https://doi.org/10.1007/s00355-010-0475-4">Schulze, A new monotonic,
 *     clone-independent, reversal symmetric, and Condorcet-consistent single-winner election
 *     method, Social Choice and Welfare 36, 2011; section 2.3 for the widest paths</a>
 */
public record Schulze() implements CountingMethod.OfRankings {
  @Override
  public String word() {
    return "schulze";
  }

  @Override
  public Tally.Paths count(RankedPoll poll) {
    Papers papers = Papers.of(poll);
    Pairs pairs = Pairs.of(papers);
    Pairs strengths = strongestPaths(papers, pairs);
    if (papers.areBlank()) {
      return new Tally.Paths(Outcome.none(papers), pairs, strengths);
    }
    List<List<Integer>> ranking =
        Levels.of(
            papers.standing(),
            papers.arraySize(),
            (a, b) -> strengths.prefer(a, b) > strengths.prefer(b, a));
    return new Tally.Paths(Outcome.seating(papers, ranking, List.of()), pairs, strengths);
  }

  /** Floyd and Warshall's way: paths by way of the first candidate, the first two, and so on. */
  private static Pairs strongestPaths(Papers papers, Pairs pairs) {
    long[][] strength = links(papers, pairs);
    for (int via : papers.standing()) {
      for (int from : papers.standing()) {
        long first = strength[from][via];
        if (first > 0) {
          widen(strength[from], strength[via], first);
        }
      }
    }
    return new Pairs(papers.standing(), strength);
  }

  private static void widen(long[] from, long[] via, long first) {
    for (int to = 0; to < from.length; to++) {
      from[to] = Math.max(from[to], Math.min(first, via[to]));
    }
  }

  private static long[][] links(Papers papers, Pairs pairs) {
    long[][] links = new long[papers.arraySize()][papers.arraySize()];
    for (int a : papers.standing()) {
      for (int b : papers.standing()) {
        if (pairs.prefer(a, b) > pairs.prefer(b, a)) {
          links[a][b] = pairs.prefer(a, b);
        }
      }
    }
    return links;
  }
}
