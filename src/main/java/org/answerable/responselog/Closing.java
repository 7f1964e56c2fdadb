package org.answerable.responselog;

import java.sql.Connection;
import java.time.LocalDate;

/**
 * What the log does for a feedback that is closed to the public. No entry tells of it: it is called
 * at slots only, like everything that the public can see, with the intake's login.
 */
public interface Closing {
  /** Stops showing it as overdue, if it was opened before. */
  void close(Connection tx, String organisation, String reference);

  /**
   * Its receipt says that it was answered.
   *
   * @param commitment of its first part
   * @param day of the first response
   */
  void answered(Connection tx, String organisation, byte[] commitment, LocalDate day);
}
