package org.answerable.responselog;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.answerable.responselog.PublicLog.Asked;

/**
 * What the public page counts. Every figure has the same n: all that was asked in the period, the
 * unanswered too.
 *
 * @param from first day of the period
 * @param to its last day, today
 * @param median days until the first answer for half of them
 * @param p90 for nine of ten
 * @param byRole by the role that was asked first, the most asked first
 */
public record Figures(
    LocalDate from, LocalDate to, Row all, long median, long p90, List<Row> byRole) {
  /** How far back figures go. */
  public static final int DAYS = 90;

  /** One line of the table. Asked is the sum of the other three. */
  public record Row(String role, int asked, int answered, int inTime, int overdue) {
    private Row plus(Asked one, LocalDate today) {
      boolean answered = one.responded() != null;
      LocalDate due = one.due();
      boolean late = !answered && due != null && due.isBefore(today);
      return new Row(
          role,
          asked + 1,
          this.answered + (answered ? 1 : 0),
          inTime + (answered || late ? 0 : 1),
          overdue + (late ? 1 : 0));
    }
  }

  public Figures {
    byRole = List.copyOf(byRole);
  }

  /** The first day of the period that ends today. */
  public static LocalDate from(LocalDate today) {
    return today.minusDays(DAYS - 1L);
  }

  /** Counts what was asked in the period that ends today; days after today count as today. */
  public static Figures of(List<Asked> asked, LocalDate today) {
    Row all = new Row("", 0, 0, 0, 0);
    Map<String, Row> roles = new LinkedHashMap<>();
    List<Long> waits = new ArrayList<>();
    for (Asked one : asked) {
      all = all.plus(one, today);
      Row soFar = roles.getOrDefault(one.role(), new Row(one.role(), 0, 0, 0, 0));
      roles.put(one.role(), soFar.plus(one, today));
      waits.add(wait(one, today));
    }
    waits.sort(null);
    List<Row> byRole =
        roles.values().stream().sorted((a, b) -> Integer.compare(b.asked, a.asked)).toList();
    return new Figures(
        from(today), today, all, percentile(waits, 50), percentile(waits, 90), byRole);
  }

  /** What isn't answered counts with the days it has waited. */
  private static long wait(Asked one, LocalDate today) {
    LocalDate responded = one.responded();
    return Math.max(0, ChronoUnit.DAYS.between(one.day(), responded == null ? today : responded));
  }

  /** Nearest rank: the {@code ceil(percent/100 * n)}-th smallest; 0 of nothing. */
  private static long percentile(List<Long> sorted, int percent) {
    if (sorted.isEmpty()) {
      return 0;
    }
    int rank = (sorted.size() * percent + 99) / 100;
    return sorted.get(rank - 1);
  }
}
