package org.answerable.confidential;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Gives the focal points outside what each commitment is that may never be opened, sealed: so that
 * they can account for all of them, and miss one that was dropped.
 */
public interface AccountNotes {
  /**
   * Adds notes, in the transaction that decides that they are not opened now; with the intake's
   * login or the readers'. One about a commitment that is opened later does no harm, nor does a
   * second one. Without a key outside nothing is noted.
   */
  void add(Connection tx, String organisation, List<Unopened> unopened) throws SQLException;
}
