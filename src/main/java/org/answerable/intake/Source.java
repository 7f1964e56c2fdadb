package org.answerable.intake;

import java.util.Locale;

/** How a feedback came. The channel of a text is nobody's business, and is not said. */
public enum Source {
  TEXT,
  /** Said to a leader or volunteer, who entered it. */
  IN_PERSON,
  PAPER,
  /** Said to the person at the desk, after a call. */
  MISSED_CALL;

  /** The words in the table: {@code in person}. */
  public String words() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** The source that {@link #words()} gave; unknown words are our own bug. */
  public static Source ofWords(String words) {
    return valueOf(words.toUpperCase(Locale.ROOT).replace(' ', '_'));
  }
}
