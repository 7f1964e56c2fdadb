package org.answerable.conversation;

import java.time.Instant;

/**
 * Where somebody's PIN stands in the conversation; the PIN itself is nowhere.
 *
 * @param asked whether the next four digits are one
 * @param since when the day began in which both are counted
 * @param wrong how many tries failed since then
 * @param looked how many numbers within other texts were compared with it since then
 */
record Pin(boolean asked, Instant since, int wrong, int looked) {

  static Pin none(Instant now) {
    return new Pin(false, now, 0, 0);
  }

  /**
   * As it is at a moment.
   *
   * @param stale what was asked before is open no more
   */
  Pin at(Instant now, boolean stale) {
    boolean newDay = !now.isBefore(since.plus(ConversationLimits.PIN_WINDOW));
    return new Pin(asked && !stale, newDay ? now : since, newDay ? 0 : wrong, newDay ? 0 : looked);
  }

  Pin asking(boolean now) {
    return new Pin(now, since, wrong, looked);
  }

  Pin failed() {
    return new Pin(asked, since, wrong + 1, looked);
  }

  Pin looked(int more) {
    return new Pin(asked, since, wrong, looked + more);
  }

  int left() {
    return Math.max(0, ConversationLimits.PIN_TRIES - wrong);
  }

  /** How many numbers of a text may be compared with it. */
  int looksLeft() {
    int today = Math.max(0, ConversationLimits.PIN_LOOKS - looked);
    return Math.min(today, ConversationLimits.PIN_LOOKS_A_TEXT);
  }

  /** When tries count anew. */
  Instant opens() {
    return since.plus(ConversationLimits.PIN_WINDOW);
  }
}
