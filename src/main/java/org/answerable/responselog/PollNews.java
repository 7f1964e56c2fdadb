package org.answerable.responselog;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the log says of a poll: an entry for each of these. Hashes and secrets are 32 bytes. */
public sealed interface PollNews {
  /**
   * Before anybody votes.
   *
   * @param terms without words, where it is read from the log
   * @param words the hashes of those
   * @param tieHash {@code SHA-256(tie secret)}: what breaks ties is fixed from here on
   */
  record Announced(PollTerms terms, PollHashes words, byte[] tieHash) implements PollNews {}

  /**
   * It is not held, and no vote of it is kept.
   *
   * @param reason hash of the published reason
   */
  record Cancelled(byte[] reason) implements PollNews {}

  /**
   * A text that stood beside the log was removed.
   *
   * @param of its hash, which is all that is left
   */
  record Removed(byte[] of, RedactionReason reason) implements PollNews {}

  /**
   * No vote counts any more.
   *
   * @param ballots hash of the list of ballots, sorted; beside the log where it may be read
   * @param receipts hash of the list of receipts that were counted, likewise
   * @param tieSecret whose hash stands in the announcement
   */
  record Closed(byte[] ballots, byte[] receipts, byte[] tieSecret) implements PollNews {}

  /**
   * The result.
   *
   * @param shown how much of it: a word of {@code poll.Disclosure}
   * @param votes how many were counted; null: too few to be told
   * @param winners numbers of options, in order
   * @param figures hash of the figures that lead there; empty: they are not shown
   * @param answerBy the day by which leaders say what they will do about each priority; null: there
   *     is none
   * @param uncounted null: too few voted for it to be told
   * @param eligible how many could vote, in whole steps, where phones that wrote before a day
   *     could; null: that is not known, or too few voted for it to be told
   */
  record Tallied(
      String shown,
      @Nullable Integer votes,
      List<Integer> winners,
      Optional<byte[]> figures,
      @Nullable LocalDate answerBy,
      @Nullable Uncounted uncounted,
      @Nullable String eligible)
      implements PollNews {
    public Tallied {
      winners = List.copyOf(winners);
    }
  }

  /**
   * How many votes came until the close that do not count, in whole steps: {@code <10}, {@code
   * 20+}.
   *
   * @param replaced by a later text of whoever sent them
   * @param invalid could not be read
   */
  record Uncounted(String replaced, String invalid) {}

  /**
   * How many votes came after the last day, and before this is said; in whole steps, too. It is
   * said of each poll whose votes were told.
   */
  record Late(String votes) implements PollNews {}

  /** The day passed, and leaders have not said what they will do about a priority. */
  record PriorityOverdue(int option, LocalDate due) implements PollNews {}

  /**
   * What leaders do about a priority. What becomes of a promise stands in entries of its own, as of
   * any other.
   *
   * @param role that answers
   * @param decision {@code will-do}, {@code done} or {@code will-not}
   * @param response hash of the published text
   * @param commitment what it promises, if it does
   */
  record PriorityAnswered(
      int option,
      String role,
      String decision,
      byte[] response,
      Entry.@Nullable Commitment commitment)
      implements PollNews {}
}
