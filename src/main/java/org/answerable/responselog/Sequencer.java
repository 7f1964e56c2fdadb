package org.answerable.responselog;

import java.sql.SQLException;

/** Puts what is staged into the log's order, at slots. */
public interface Sequencer {
  /**
   * Appends every staged entry of one organisation: commitments first, the rest behind them, each
   * part shuffled, so that the order tells nothing of when people wrote; entries about one feedback
   * keep theirs. One node at a time; killed anywhere, nothing is lost or comes twice.
   *
   * @return how many were appended
   */
  int sequence(String organisation) throws SQLException;
}
