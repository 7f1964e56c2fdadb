package org.answerable.conversation.decision;

import java.time.Instant;

/**
 * Where somebody's PIN stands in the conversation, and how often they guessed; the PIN itself is
 * nowhere.
 *
 * @param asked whether the next four digits are one
 * @param since when the day began in which both are counted
 * @param wrong how many tries failed since then
 * @param looked how many numbers within other texts were compared with it since then
 * @param codes how many voting codes they sent since then that nobody was given
 */
public record Pin(boolean asked, Instant since, int wrong, int looked, int codes) {

  static Pin none(Instant now) {
    return new Pin(false, now, 0, 0, 0);
  }

  /**
   * As it is at a moment.
   *
   * @param stale what was asked before is open no more
   */
  Pin at(Instant now, boolean stale) {
    boolean newDay = !now.isBefore(since.plus(ConversationLimits.PIN_WINDOW));
    return new Pin(
        asked && !stale,
        newDay ? now : since,
        newDay ? 0 : wrong,
        newDay ? 0 : looked,
        newDay ? 0 : codes);
  }

  Pin asking(boolean now) {
    return new Pin(now, since, wrong, looked, codes);
  }

  Pin failed() {
    return new Pin(asked, since, wrong + 1, looked, codes);
  }

  Pin looked(int more) {
    return new Pin(asked, since, wrong, looked + more, codes);
  }

  Pin guessedCode() {
    return new Pin(asked, since, wrong, looked, codes + 1);
  }

  /** Whether a code of theirs is believed: whoever guesses is not told when they are right. */
  boolean maySendCodes() {
    return codes < ConversationLimits.CODE_TRIES;
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
