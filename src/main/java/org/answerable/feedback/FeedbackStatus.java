package org.answerable.feedback;

import java.util.Locale;

/** Where a feedback stands. */
public enum FeedbackStatus {
  /** Leaders may see it; none has opened it. */
  RELEASED,
  /** A leader of its role has read it. */
  ACKNOWLEDGED,
  /** Its sender was asked one question back: the clock waits for them, for some days. */
  ASKED,
  /** The organisation has responded. */
  ANSWERED,
  /** Its sender says that the answer helped. */
  CONFIRMED,
  /** Its sender says that it helped in part. */
  PARTLY,
  /** Its sender says that it did not help: another role has it, with a new clock. */
  DISPUTED,
  /** Its sender took it back: no words, no clock, no answer. */
  WITHDRAWN;

  /** Whether an answer is waited for. */
  public boolean isWaiting() {
    return switch (this) {
      case RELEASED, ACKNOWLEDGED, ASKED, DISPUTED -> true;
      case ANSWERED, CONFIRMED, PARTLY, WITHDRAWN -> false;
    };
  }

  /** The word in tables and log. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The status that {@link #word()} gave; an unknown word is our own bug. */
  public static FeedbackStatus ofWord(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
