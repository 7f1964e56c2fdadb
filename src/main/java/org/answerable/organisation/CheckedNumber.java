package org.answerable.organisation;

import java.time.LocalDate;

/**
 * A number that texts name, and where its organisation's file says when somebody last called it.
 *
 * @param key {@code crisis}, {@code desk} or {@code focal}
 * @param place {@code file:line}
 */
public record CheckedNumber(String key, String language, Hotline hotline, String place) {
  /** A quarter: numbers change hands, and nobody tells. */
  public static final int CHECK_DAYS = 90;

  /** Whether somebody has to call it now; a day that has not come yet is nobody's call. */
  public boolean isDue(LocalDate today) {
    LocalDate checked = hotline.checked();
    return checked.isBefore(today.minusDays(CHECK_DAYS)) || checked.isAfter(today);
  }
}
