package org.answerable.responselog.web;

import org.answerable.responselog.Figures;

/**
 * Median and ninth decile on one line of days: paths on a field of the scale's width by 6. Thick
 * until the median, thin until nine of ten.
 */
public record DaysBar(Figures.Days days, long scale) {
  private static final long SHORTEST = 40;

  /** As many days as both lines of a page need, so that they can be compared. */
  public static long scale(Figures figures) {
    return Math.max(SHORTEST, Math.max(figures.first().p90(), figures.settled().p90()));
  }

  public String wholePath() {
    return "M0 2h%dv2H0z".formatted(scale);
  }

  public String daysPath() {
    long median = days.median();
    return "M0 0h%1$dv6H0zM%1$d 2h%2$dv2H%1$dz".formatted(median, days.p90() - median);
  }
}
