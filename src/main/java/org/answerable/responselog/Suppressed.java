package org.answerable.responselog;

/**
 * What may be told of many together, so that nothing is told of few: the one place that decides it,
 * for every page and feed.
 *
 * <p>Feedbacks that anybody can read one by one are counted as they are: who subtracts two such
 * counts learns of rows that stand in the log. Two things are not: a figure of many (a median, a
 * share), which is told of {@link #K} or more; and a count of what is not public one by one, which
 * is told in whole steps of {@link #K}, so that no two of them, of two days or two filters, differ
 * by fewer.
 */
public final class Suppressed {
  /** The fewest that anything is told of together. */
  public static final int K = 10;

  private Suppressed() {}

  /** Whether a figure of so many may be told. */
  public static boolean tells(long n) {
    return n >= K;
  }

  /**
   * As much of a count as may be told: "{@code steps} or more"; 0: fewer than {@link #K}, or none.
   *
   * @param count of what is not public one by one
   */
  public static long steps(long count) {
    return count / K * K;
  }
}
