package org.answerable.conversation;

import java.time.Instant;

/**
 * Where somebody's PIN stands in the conversation; the PIN itself is nowhere.
 *
 * @param asked whether the next four digits are one
 * @param wrong how many tries failed since {@code since}
 */
record Pin(boolean asked, Instant since, int wrong) {

  static Pin none(Instant now) {
    return new Pin(false, now, 0);
  }

  /**
   * As it is at a moment.
   *
   * @param stale what was asked before is open no more
   */
  Pin at(Instant now, boolean stale) {
    boolean newDay = !now.isBefore(since.plus(ConversationLimits.PIN_WINDOW));
    return new Pin(asked && !stale, newDay ? now : since, newDay ? 0 : wrong);
  }

  Pin asking(boolean now) {
    return new Pin(now, since, wrong);
  }

  Pin failed() {
    return new Pin(asked, since, wrong + 1);
  }

  int left() {
    return Math.max(0, ConversationLimits.PIN_TRIES - wrong);
  }
}
