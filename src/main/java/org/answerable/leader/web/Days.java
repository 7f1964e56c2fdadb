package org.answerable.leader.web;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Days in words: {@code 24 Nov}. */
final class Days {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.UK);

  private Days() {}

  /** Of a day within the next weeks, so that the year need not be said. */
  static String words(LocalDate day) {
    return DAY.format(day);
  }
}
