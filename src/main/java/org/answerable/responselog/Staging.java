package org.answerable.responselog;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Where features leave what the next slot puts into the log, in their own transaction. */
public interface Staging {
  /** Leaves entries of one organisation; those about one feedback keep their order. */
  void stage(Connection tx, String organisation, List<Entry> entries) throws SQLException;

  /** Leaves an entry, and beside the log the texts whose hashes it carries: public when it is. */
  void stage(Connection tx, String organisation, Entry entry, List<Content> contents)
      throws SQLException;
}
