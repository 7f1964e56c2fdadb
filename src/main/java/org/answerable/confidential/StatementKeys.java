package org.answerable.confidential;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What focal points sign statements with, and what they were given for them. */
public interface StatementKeys {
  /** The vkey that the log has, or gets at the next slot, for a focal point's key; empty: none. */
  Optional<String> of(String organisation, String focalKey);

  /** False: the key has one already, or another one has this. */
  boolean add(Connection tx, String organisation, String focalKey, String vkey) throws SQLException;

  /**
   * Notes that a statement was taken; one at a time.
   *
   * @return false: a part of it was accounted for before
   */
  boolean addStatement(Connection tx, String organisation, long from, long size)
      throws SQLException;

  /** The texts that were confided, as they are sealed to a key. */
  List<SealedReport> texts(String organisation, String focalKey);

  /** The notes that were sealed to a key. */
  List<byte[]> notes(String organisation, String focalKey);

  /** The numbers of the slots that had covers. */
  List<Long> slots(String organisation);

  /**
   * Up to where the log can be accounted for: the size of the latest tree that was signed before
   * the first quarter of which a text still waits to be sorted, or that is not over. 0: there is
   * none.
   */
  long decided(String organisation);

  /**
   * The day of the latest commitment below a size; empty: there is none, or the next one is of the
   * same quarter.
   */
  Optional<LocalDate> quarterEnd(String organisation, long size);
}
