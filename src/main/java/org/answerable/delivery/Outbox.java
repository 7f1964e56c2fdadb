package org.answerable.delivery;

import java.sql.Connection;
import java.sql.SQLException;

/** Where features leave what must reach a phone, in their own transaction. */
public interface Outbox {
  /** Adds one message; it is sent after the commit, by whichever node leases it. */
  void add(Connection tx, Outgoing outgoing) throws SQLException;
}
