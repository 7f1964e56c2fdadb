package org.answerable.responselog;

import java.sql.SQLException;
import java.time.Instant;
import org.answerable.organisation.Organisation;

/** Puts what is staged into the log's order, at slots. */
public interface Sequencer {
  /**
   * Appends every staged entry of one organisation: what is about no text first, then commitments,
   * then the rest, both shuffled, so that the order tells nothing of when people wrote; entries
   * about one feedback keep theirs. Commitments get the day of the slot, and there are covers among
   * them, once a slot. With the entries stands the signed checkpoint of the tree that they make.
   * One node at a time; killed anywhere, nothing is lost or comes twice, and nothing was signed
   * that is not there.
   *
   * @param now the moment of the slot
   * @return how many were appended
   * @throws LogStopped when signing would contradict what was signed before
   */
  int sequence(Organisation organisation, Instant now) throws SQLException;
}
