package org.answerable.delivery;

import java.util.Locale;

/**
 * Texts of ours about a feedback, which its sender gets in their own language; with what stands in
 * them beside the receipt. A day is written as ISO 8601.
 */
public enum Phrase {
  /** Did the answer help? Who gets notices only is asked when they read it. */
  HELPED,
  /** What would be public of their words, and whether it may be: words, date. */
  WORDS_SHOWN,
  /** What was promised with an answer: what, date. */
  PROMISED,
  /** It is done: what, words. */
  PROMISE_KEPT,
  /** Its day passed: what, date. */
  PROMISE_MISSED,
  /** Who has it from now on: body, day, date. */
  REFERRED,
  /** What they say: body, words. */
  BODY_ANSWERED,
  /** Their day passed: body, date. */
  BODY_SILENT;

  /** What becomes of it where a notice is all that may be sent. */
  enum Unseen {
    /** It is not said. */
    DROPPED,
    /** It waits for READ, together with what it follows. */
    KEPT,
    /** It waits for READ, and a notice tells so. */
    NOTICED
  }

  /** Whether what they write next may answer it; of a notice, what they write after READ. */
  boolean asks() {
    return this == HELPED || this == WORDS_SHOWN;
  }

  Unseen unseen() {
    return switch (this) {
      case HELPED -> Unseen.DROPPED;
      case PROMISED, REFERRED -> Unseen.KEPT;
      case WORDS_SHOWN, PROMISE_KEPT, PROMISE_MISSED, BODY_ANSWERED, BODY_SILENT -> Unseen.NOTICED;
    };
  }

  /** The word in the table. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** The phrase that {@link #word()} gave; an unknown word is our own bug. */
  public static Phrase ofWord(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT).replace(' ', '_'));
  }
}
