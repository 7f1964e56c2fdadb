package org.answerable.intake;

import java.util.Locale;

/**
 * Why a text was set aside as no feedback: it is counted by month, and a person can turn it back.
 */
public enum Aside {
  GREETING,
  THANKS,
  TEST,
  NUMBER,
  SPAM,
  /** Its sender was muted for a time. */
  MUTED,
  /** A reader found that it is none. */
  NOT_FEEDBACK;

  /** The words in the table: {@code not feedback}. */
  public String words() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** The reason that {@link #words()} gave; unknown words are our own bug. */
  public static Aside ofWords(String words) {
    return valueOf(words.toUpperCase(Locale.ROOT).replace(' ', '_'));
  }
}
