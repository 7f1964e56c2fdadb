package org.answerable.audit;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What is told of a quarter alone: once, when it is over, and in whole steps. */
final class Quarters {
  private static final int STEP = 10;
  private static final List<String> COUNTS = List.of("received", "answered", "late", "setAside");

  private final Set<LocalDate> told = new HashSet<>();

  /** The first day of the quarter that a day is in. */
  static LocalDate first(LocalDate day) {
    return LocalDate.of(day.getYear(), day.getMonth().firstMonthOfQuarter(), 1);
  }

  /**
   * @param its day of the entry
   */
  void take(LogEntry entry, LocalDate its) throws Finding {
    LocalDate quarter = entry.day("quarter");
    if (!quarter.equals(first(quarter)) || !first(its).isAfter(quarter)) {
      throw entry.finding("tells of a quarter that is none, or is not over");
    }
    if (!told.add(quarter)) {
      throw entry.finding("tells of the quarter of " + quarter + " for the second time");
    }
    for (String count : COUNTS) {
      if (entry.number(count) < 0 || entry.number(count) % STEP != 0) {
        throw entry.finding("tells exactly what is told in whole tens alone: " + count);
      }
    }
  }
}
