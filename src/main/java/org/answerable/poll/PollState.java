package org.answerable.poll;

import java.util.Locale;

/** Where a poll stands. */
public enum PollState {
  /** One leader set it up, and it waits for a second one to agree. */
  WAITING,
  /** A second one agreed: it is announced, and nothing of it changes any more. */
  AGREED,
  /** Votes count. */
  OPEN,
  /** Counted. */
  CLOSED,
  /** Not held, with a public reason. */
  CANCELLED;

  /** Whether nothing can come of it any more. */
  public boolean isOver() {
    return this == CLOSED || this == CANCELLED;
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static PollState ofWord(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
