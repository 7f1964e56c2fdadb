package org.answerable.confidential;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** What focal points sign statements with, and what they were given for them. */
public interface StatementKeys {
  /** The vkey that the log has, or gets at the next slot, for a focal point's key; empty: none. */
  Optional<String> of(String organisation, String focalKey);

  /** False: the key has one already. */
  boolean add(Connection tx, String organisation, String focalKey, String vkey) throws SQLException;

  /** The notes that were sealed to a key. */
  List<byte[]> notes(String organisation, String focalKey);

  /** The numbers of the slots that had covers. */
  List<Long> slots(String organisation);

  /**
   * Up to where the log can be accounted for: the size of the latest tree that was signed before
   * the first day of which a text still waits to be sorted. 0: there is none.
   */
  long decided(String organisation);
}
