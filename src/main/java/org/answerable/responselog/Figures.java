package org.answerable.responselog;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.answerable.responselog.PublicLog.Asked;
import org.jspecify.annotations.Nullable;

/**
 * What the public page counts. Every figure has the same n: all that was asked in the period, the
 * unanswered too.
 *
 * @param from first day of the period
 * @param to its last day, today
 * @param first until the first answer
 * @param settled until an answer that leaves nothing to do; a promise does
 * @param byRole by the role that was asked first, the most asked first
 */
public record Figures(
    LocalDate from, LocalDate to, Row all, Days first, Days settled, List<Row> byRole) {
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

  /**
   * How many days something took. What has not come yet counts with the days that were waited, so
   * that who answers nothing is never quick.
   *
   * @param n of how many
   * @param reached for how many it has come
   * @param median days for half of them
   * @param p90 for nine of ten
   */
  public record Days(int n, int reached, long median, long p90) {
    /** Whether it is told: of few it would be about each of them. */
    public boolean told() {
      return Suppressed.tells(n);
    }

    private static Days of(
        List<Asked> asked, Function<Asked, @Nullable LocalDate> reached, LocalDate today) {
      List<Long> days =
          asked.stream().map(one -> days(one.day(), reached.apply(one), today)).sorted().toList();
      int there = (int) asked.stream().filter(one -> reached.apply(one) != null).count();
      return new Days(days.size(), there, percentile(days, 50), percentile(days, 90));
    }

    private static long days(LocalDate from, @Nullable LocalDate to, LocalDate today) {
      return Math.max(0, ChronoUnit.DAYS.between(from, to == null ? today : to));
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
    for (Asked one : asked) {
      all = all.plus(one, today);
      Row soFar = roles.getOrDefault(one.role(), new Row(one.role(), 0, 0, 0, 0));
      roles.put(one.role(), soFar.plus(one, today));
    }
    List<Row> byRole =
        roles.values().stream().sorted((a, b) -> Integer.compare(b.asked, a.asked)).toList();
    return new Figures(
        from(today),
        today,
        all,
        Days.of(asked, Asked::responded, today),
        Days.of(asked, Asked::resolved, today),
        byRole);
  }
}
