package org.answerable.ballot;

/**
 * Every limit of counting. A file that passes one is refused with its line; nothing is cut off in
 * silence, for that would be a wrong count.
 */
public final class BallotLimits {
  /** Candidates of a poll; the pairwise methods take memory by its square. */
  public static final int CANDIDATES = 1_000;

  /** Projects of a poll with a budget. */
  public static final int PROJECTS = 2_000;

  /** Lines of one file. */
  public static final int LINES = 2_000_000;

  /** Characters of one line. */
  public static final int LINE_CHARS = 100_000;

  /** Preferences of all ballots of a file together; each takes four bytes. */
  public static final int MARKS = 30_000_000;

  /** Digits of a number of equal ballots, so that it fits into 63 bits. */
  public static final int WEIGHT_DIGITS = 18;

  /** All votes together; votes are added in 63 bits. */
  public static final long VOTES = Long.MAX_VALUE;

  /** Digits of a cost or a budget before its point. */
  public static final int MONEY_DIGITS = 18;

  /** Digits of a cost or a budget behind its point. */
  public static final int MONEY_DECIMALS = 6;

  /** Characters of a name, a title, an identifier or a seed. */
  public static final int NAME_CHARS = 10_000;

  private BallotLimits() {}
}
