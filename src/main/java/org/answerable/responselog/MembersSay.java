package org.answerable.responselog;

import java.time.LocalDate;

/**
 * What leaders and members say of the same answers: of all that were asked in the period, answered,
 * and judged by who asked.
 *
 * @param told how many said whether it helped: n of both figures
 * @param settled how many of them leaders call settled: done, explained or refused, or a promise
 *     kept, or answered by the body that has it
 * @param solved how many of them members call solved
 * @param partly how many solved in part
 * @param answered of all in the period, told or not; praise is not asked about
 */
public record MembersSay(int told, int settled, int solved, int partly, int answered) {
  public int notSolved() {
    return told - solved - partly;
  }

  /** Whether n is large enough to be told. */
  public boolean isShown() {
    return Suppressed.tells(told);
  }

  /**
   * Whether "in part" and "not solved" may be told apart: neither of them is a few, or nobody at
   * all.
   */
  public boolean isSplitShown() {
    return isShown() && tells(partly) && tells(notSolved());
  }

  private static boolean tells(int count) {
    return count == 0 || Suppressed.tells(count);
  }

  /** In hundredths, rounded down: a figure never flatters. */
  public int percent(int part) {
    return told == 0 ? 0 : part * 100 / told;
  }

  /** Where they are counted. */
  public interface Counted {
    /** Of what was asked on or after a day. */
    MembersSay since(String organisation, LocalDate from);
  }
}
