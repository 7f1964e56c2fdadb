package org.answerable.organisation;

import java.util.Locale;

/** What sort of thing was said; preset by the topic, corrected by people. */
public enum Kind {
  REPORT,
  QUESTION,
  RUMOUR,
  REQUEST,
  IDEA,
  PRAISE,
  DISTRESS,
  THREAT,
  /** What members put up for a vote: made by the word PROPOSE alone, and nobody corrects it. */
  PROPOSAL;

  /** The word that stands in configuration, log and CSV: {@code report}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The kind that {@link #word()} gave; an unknown word is an {@link IllegalArgumentException}. */
  public static Kind ofWord(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
