package org.answerable.confidential;

import java.util.Locale;

/** What a focal point did about a report. */
public enum StepKind {
  /** Reached the person, by whatever way. */
  CONTACTED,
  /** The person says that they are safe. */
  SAFE,
  /** Another body has it, with the person's consent. */
  REFERRED,
  CLOSED,
  /** Sent a text. */
  ANSWERED,
  /** Gave it to another focal point. */
  SHARED,
  /** The person took it back: their words are gone. */
  WITHDRAWN;

  /** The word in table and form: {@code contacted}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The kind that {@link #word()} gave; an unknown word is an {@link IllegalArgumentException}. */
  public static StepKind ofWord(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
