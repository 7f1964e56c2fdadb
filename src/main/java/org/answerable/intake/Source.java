package org.answerable.intake;

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
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
  }

  /** The source that {@link #words()} gave; unknown words are our own bug. */
  public static Source ofWords(String words) {
    return valueOf(words.toUpperCase(java.util.Locale.ROOT).replace(' ', '_'));
  }
}
