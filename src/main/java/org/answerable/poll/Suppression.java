package org.answerable.poll;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import org.answerable.responselog.Suppressed;

/**
 * How the counts of one table may be told. Where every ballot is public they are told as they are.
 * Where not, in whole steps of {@link Suppressed#K}, so that nobody finds a count below it: not in
 * a cell, not as what is missing to the number of votes, and not by subtracting cells from each
 * other or from a total. For whatever somebody subtracts, as many numbers as a step has are
 * possible.
 *
 * @param step 0: as they are; below it: nothing is told
 * @param most no cell is told as more
 */
record Suppression(long step, long most) {
  static final Suppression EXACTLY = new Suppression(0, Long.MAX_VALUE);

  /** Of counts that nothing bounds, whatever else is told: no two of them differ by fewer. */
  static final Suppression STEPS = new Suppression(Suppressed.K, Long.MAX_VALUE);

  private static final Suppression NOTHING = new Suppression(-1, 0);

  /** With fewer votes too few ways are left in which they can add up. */
  private static final int SUMS_LEAST = 3 * Suppressed.K;

  /**
   * Of counts that add up to nothing: each voter may be in any of them. Of all but fewer than k it
   * is not told that they are so many.
   *
   * @param votes how many ballots there are, which is public
   */
  static Suppression each(long votes) {
    return new Suppression(Suppressed.K, votes - Suppressed.K + 1);
  }

  /**
   * Of columns each of which adds up to all votes, or to nearly all. Where whoever adds up what is
   * told has no room for k more in every cell that is told as nothing, nothing at all is told; nor
   * where there are few votes. (A step that grew would itself tell how much room there was.)
   *
   * @param votes how many ballots there are, which is public
   * @param total what a column adds up to
   * @param weight what one ballot can add to a cell
   */
  static Suppression sums(
      long votes, long total, long weight, List<? extends Collection<BigDecimal>> columns) {
    long step = Suppressed.K * weight;
    Suppression suppression = new Suppression(step, Long.MAX_VALUE);
    boolean hidden = columns.stream().allMatch(column -> suppression.hides(column, total, step));
    return hidden && votes >= SUMS_LEAST ? suppression : NOTHING;
  }

  private boolean hides(Collection<BigDecimal> column, long total, long least) {
    long floors = column.stream().mapToLong(this::floor).sum();
    boolean roomAbove = total - floors >= least - 1;
    // all others as high as they can be, the one that is told as nothing has to have the rest
    boolean roomBelow = total - (floors + (column.size() - 1) * (step - 1)) <= 0;
    return roomAbove && roomBelow;
  }

  private long floor(BigDecimal count) {
    return Math.min(count.longValue(), most) / step * step;
  }

  Told told(BigDecimal count) {
    if (step == 0) {
      return Told.exactly(count);
    }
    if (step < 0) {
      return Told.NOTHING;
    }
    long floor = floor(count);
    return floor == 0
        ? Told.fewerThan(BigDecimal.valueOf(step))
        : Told.atLeast(BigDecimal.valueOf(floor));
  }

  String text(BigDecimal count) {
    return told(count).text();
  }

  String text(long count) {
    return text(BigDecimal.valueOf(count));
  }

  boolean isExact() {
    return step == 0;
  }

  /** Something that would tell of a single ballot where not all are public. */
  String onlyExactly(String text) {
    return isExact() ? text : "";
  }
}
