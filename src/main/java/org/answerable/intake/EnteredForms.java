package org.answerable.intake;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;

/** Which forms were entered, for as long as somebody may send one again. */
public interface EnteredForms {
  /** Remembers a form, unless it was entered before: then what was remembered of it. */
  Optional<Before> remember(
      Connection tx, String organisation, byte[] form, int attempt, LocalDate day)
      throws SQLException;

  /** Forgets the older ones. */
  void forget(Connection tx, String organisation, LocalDate before) throws SQLException;

  /**
   * @param attempt which receipt was given out
   */
  record Before(int attempt, LocalDate day) {}
}
