package org.answerable.responselog;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What members proposed, as everybody may know it. */
public interface Proposals {
  /** So long a proposal is due, from the day on which enough supported it. */
  int DAYS_DUE = 365;

  /** As many are due at a time, at most: the first of them. */
  int DUE = 100;

  /** Those that are due on the next vote: the first is due longest. */
  List<Proposal> due(String organisation, LocalDate today);

  /**
   * Those that take support, and whose words are published: those with the most support first, then
   * the newest.
   */
  List<Proposal> supportable(String organisation, LocalDate today, int limit);

  /** What polls did with one, the last one first. */
  List<Placing> placings(String organisation, String reference);

  /**
   * One of them.
   *
   * @param words null: not published
   * @param support so many support it at least; 0: fewer than are told
   * @param since when it is due on the next vote, anew where a vote about it was cancelled; null:
   *     it is not
   * @param reason why the last poll that left it out did, as {@link Placing#reason}
   */
  record Proposal(
      String reference,
      @Nullable PublicText words,
      int support,
      @Nullable LocalDate since,
      @Nullable String reason) {
    /** Whether it was due before a day: what became due on the day itself may wait for the next. */
    public boolean isDueBefore(LocalDate day) {
      return since != null && since.isBefore(day);
    }
  }

  /**
   * What a poll did with one.
   *
   * @param opens the poll's first day
   * @param option its number there; null: it was left out
   * @param reason why it was left out, by language as {@link PollJson#readWords}; null: it was not,
   *     or the reason was removed
   * @param cancelled whether the poll was
   */
  record Placing(
      String poll,
      LocalDate opens,
      LocalDate closes,
      @Nullable Integer option,
      @Nullable String reason,
      boolean cancelled) {}
}
