package org.answerable.feedback.web;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Calendar days used beside those allowed, as paths of a drawing 42 wide and 4 high. */
public record Bar(String allowed, String used, String late) {
  private static final int WIDTH = 42;

  /**
   * The days from asking until an answer, or until today.
   *
   * @param due null: praise, and then there is no bar
   */
  static @Nullable Bar of(LocalDate asked, @Nullable LocalDate due, LocalDate until) {
    if (due == null) {
      return null;
    }
    int limit = width(asked, due);
    int days = width(asked, until);
    return new Bar(
        limit > 0 ? "M0 1h" + limit + "v2H0z" : "",
        days > 0 ? "M0 0h" + Math.min(days, limit) + "v4H0z" : "",
        days > limit ? "M" + limit + " 0h" + (days - limit) + "v4H" + limit + "z" : "");
  }

  private static int width(LocalDate from, LocalDate to) {
    return (int) Math.clamp(ChronoUnit.DAYS.between(from, to), 0, WIDTH);
  }
}
