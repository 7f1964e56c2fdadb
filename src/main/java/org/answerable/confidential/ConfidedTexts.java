package org.answerable.confidential;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;

/** Where texts go that turned out to be for a focal point alone, after they were taken in. */
public interface ConfidedTexts {
  /** Seals and adds them, in the transaction that removes them from where they were. */
  void add(Connection tx, List<Confided> texts) throws SQLException;

  /**
   * Deletes what the person wrote under a reference, for good, and tells the focal points that they
   * took it back; in the commit of their message, with the intake's login.
   */
  void withdraw(Connection tx, String organisation, String reference, LocalDate day)
      throws SQLException;

  /**
   * Tells the receipts of what a focal point answered since the last slot; called by slots, with
   * the intake's login.
   *
   * @return how many
   */
  int tellAnswers(Connection tx, String organisation) throws SQLException;
}
