package org.answerable.responselog;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Where features leave what the next slot puts into the log, in their own transaction. */
public interface Staging {
  /** Leaves entries of one organisation; those about one feedback keep their order. */
  void stage(Connection tx, String organisation, List<Entry> entries) throws SQLException;

  /** Puts a text beside the log; it becomes public with the entry that carries its hash. */
  void publish(Connection tx, String organisation, Content content) throws SQLException;
}
