package org.answerable.feedback;

import java.util.Locale;

/** Where a feedback stands. */
public enum FeedbackStatus {
  /** Leaders may see it; none has opened it. */
  RELEASED,
  /** A leader of its role has read it. */
  ACKNOWLEDGED,
  /** The organisation has responded. */
  ANSWERED;

  /** The word in tables and log. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The status that {@link #word()} gave; an unknown word is our own bug. */
  public static FeedbackStatus ofWord(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
