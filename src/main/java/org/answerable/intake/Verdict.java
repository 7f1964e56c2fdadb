package org.answerable.intake;

import java.util.Locale;

/** Whether an answer helped, as the person says who asked. */
public enum Verdict {
  SOLVED,
  PARTLY,
  NOT_SOLVED;

  /** The words in tables and flows: {@code not solved}. */
  public String words() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** The verdict that {@link #words()} gave; other words are our own bug. */
  public static Verdict ofWords(String words) {
    return valueOf(words.toUpperCase(Locale.ROOT).replace(' ', '_'));
  }
}
