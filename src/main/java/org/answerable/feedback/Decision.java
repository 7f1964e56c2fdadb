package org.answerable.feedback;

import java.util.Locale;

/** What a response decides: there is no seventh. Beside it, what is said to ask. */
public enum Decision {
  /** A question is answered. */
  EXPLAINED,
  /** Praise, passed on. */
  THANKED,
  /** It has been put right. */
  DONE,
  /** A promise, with a role and a day: {@link Commitment}. */
  WILL_DO,
  /** Refused; the text is the reason. */
  WILL_NOT,
  /** Another body has it, with its own clock; the text names the body. */
  REFERRED_TO,
  /** No response: one question back, which is not published, and for which the clock waits. */
  ASKED;

  public boolean isResponse() {
    return this != ASKED;
  }

  /** The word in tables, log and forms: {@code will-do}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The decision that {@link #word()} gave; an unknown word is an IllegalArgumentException. */
  public static Decision ofWord(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
