package org.answerable.audit;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * By when answers are due, as a log declares it.
 *
 * @param kinds working days by kind
 * @param topics working days of reports, for topics that have their own
 * @param disputed working days for what did not help
 */
record DeclaredDeadlines(
    Set<DayOfWeek> workingDays,
    Map<String, Integer> kinds,
    Map<String, Integer> topics,
    int disputed) {
  /** A log that declares more makes nobody count them. */
  private static final int DAYS_MAX = 1_000;

  /** What nobody has sorted has the longest time that there is. */
  static final String UNSORTED = "unsorted";

  private static final String REPORT = "report";
  private static final String PRAISE = "praise";

  static DeclaredDeadlines of(LogEntry declared) throws Finding {
    Set<DayOfWeek> workingDays = EnumSet.noneOf(DayOfWeek.class);
    for (String day : declared.texts("workingDays")) {
      try {
        workingDays.add(DayOfWeek.valueOf(day.toUpperCase(Locale.ROOT)));
      } catch (IllegalArgumentException e) {
        throw declared.finding("declares a working day that is no day");
      }
    }
    var deadlines =
        new DeclaredDeadlines(
            workingDays,
            declared.numbersByName("kinds"),
            declared.numbersByName("topics"),
            declared.number("disputed"));
    if (workingDays.isEmpty()
        || deadlines.kinds.isEmpty()
        || Stream.concat(deadlines.all(), Stream.of(deadlines.disputed))
            .anyMatch(days -> days < 0 || days > DAYS_MAX)) {
      throw declared.finding("declares deadlines that nobody can count");
    }
    return deadlines;
  }

  private Stream<Integer> all() {
    return Stream.concat(kinds.values().stream(), topics.values().stream());
  }

  /** The day by which what did not help is due anew. */
  LocalDate disputed(LocalDate day) {
    return after(day, disputed);
  }

  /** The day by which an answer is due; null: none is, or nothing is declared of that kind. */
  @Nullable LocalDate due(LocalDate asked, String kind, String topic) {
    if (topic.equals(UNSORTED)) {
      return after(asked, all().mapToInt(Integer::intValue).max().orElseThrow());
    }
    if (kind.equals(PRAISE)) {
      return null;
    }
    Integer own = kind.equals(REPORT) ? topics.get(topic) : null;
    Integer days = own == null ? kinds.get(kind) : own;
    return days == null ? null : after(asked, days);
  }

  /** The day that is so many working days after another. */
  LocalDate after(LocalDate asked, int days) {
    LocalDate day = asked;
    for (int left = days; left > 0; ) {
      day = day.plusDays(1);
      if (workingDays.contains(day.getDayOfWeek())) {
        left--;
      }
    }
    return day;
  }
}
