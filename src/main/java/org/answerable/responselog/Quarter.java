package org.answerable.responselog;

import java.time.LocalDate;

/** A quarter of the year: what would tell of one feedback is told on its first day, of all. */
public final class Quarter {
  private Quarter() {}

  /** The first day of the quarter that a day is in. */
  public static LocalDate firstDay(LocalDate day) {
    return LocalDate.of(day.getYear(), day.getMonth().firstMonthOfQuarter(), 1);
  }
}
