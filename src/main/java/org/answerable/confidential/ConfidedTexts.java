package org.answerable.confidential;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Where texts go that turned out to be for a focal point alone, after they were taken in. */
public interface ConfidedTexts {
  /** Seals and adds them, in the transaction that removes them from where they were. */
  void add(Connection tx, List<Confided> texts) throws SQLException;

  /**
   * Tells the receipts of what a focal point answered since the last slot; called by slots, with
   * the intake's login.
   *
   * @return how many
   */
  int tellAnswers(Connection tx, String organisation) throws SQLException;
}
