package org.answerable.poll;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * How many votes came that do not count. A row for each batch of messages that held some, and
 * nobody's: sealed while the poll is open, gone at the close.
 */
public interface Uncounted {
  /** Takes all out that a poll has until its close. */
  List<SealedCounts> take(Connection tx, Poll poll) throws SQLException;

  /** Removes all that there is of a poll of which nothing is to be told. */
  void drop(Connection tx, Poll poll) throws SQLException;

  /** From the commit on what comes late is counted, until it is told. */
  void heedLate(Connection tx, Poll poll) throws SQLException;

  /**
   * References of polls of which it is to be told how many votes came late.
   *
   * @param before their last day is earlier
   */
  List<String> toTell(String organisation, LocalDate before);

  /** Takes out how many came late; from here on none is counted. Empty: that was done. */
  OptionalInt takeLate(Connection tx, String organisation, String poll) throws SQLException;

  /**
   * Of one batch, or of several.
   *
   * @param replaced votes by text in whose place a later one stands
   * @param invalid texts that could not be read as a vote
   */
  record Counts(int replaced, int invalid) {
    public static final Counts NONE = new Counts(0, 0);

    public Counts plus(Counts more) {
      return new Counts(replaced + more.replaced, invalid + more.invalid);
    }
  }

  /**
   * Of one batch.
   *
   * @param counts as {@link BallotBox#close(String, String, UUID, Counts)} gave them
   */
  record SealedCounts(UUID batch, byte[] counts) {}
}
