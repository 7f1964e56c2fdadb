package org.answerable.responselog;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.function.BinaryOperator;

/**
 * What the log does for a feedback that is closed to the public. No entry tells of it, and until a
 * quarter is over it looks like any other that nobody answers: whoever watches does not learn when
 * one turned out to accuse somebody, nor which one of those that are late. Called at slots only,
 * like everything that the public can see.
 */
public interface Closing {
  /** Closes it, if it was opened before; with the intake's login. */
  void close(Connection tx, String organisation, String reference, LocalDate day);

  /**
   * Its receipt says that it was answered; with the intake's login.
   *
   * @param commitment of its first part
   * @param day of the first response
   */
  void answered(Connection tx, String organisation, byte[] commitment, LocalDate day);

  /**
   * Says in the log that closed ones are late, and their promises not kept, as it is said of all
   * others on that day. However often it is called, once each.
   *
   * @param nextRole who gets what is late, by topic and by who has it, as far as the public knows
   * @return how many entries were left for the next slot
   */
  int tellLate(String organisation, LocalDate today, BinaryOperator<String> nextRole)
      throws SQLException;
}
