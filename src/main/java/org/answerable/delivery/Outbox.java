package org.answerable.delivery;

import java.sql.Connection;
import java.sql.SQLException;

/** Where features leave what must reach a phone, in their own transaction. */
public interface Outbox {
  /** Adds one message; it is sent after the commit, by whichever node leases it. */
  void add(Connection tx, Outgoing outgoing) throws SQLException;

  /**
   * Takes a response back, and what was left for the log with it, as long as neither has left.
   *
   * @return false: something of it has left, and nothing was changed
   */
  boolean takeBack(Connection tx, TakenBack response) throws SQLException;
}
