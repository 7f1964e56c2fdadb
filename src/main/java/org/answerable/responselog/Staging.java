package org.answerable.responselog;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** Where features leave what the next slot puts into the log, in their own transaction. */
public interface Staging {
  /** Leaves entries of one organisation; those about one feedback keep their order. */
  void stage(Connection tx, String organisation, List<Entry> entries) throws SQLException;

  /** Leaves an entry, and beside the log the texts whose hashes it carries: public when it is. */
  void stage(Connection tx, String organisation, Entry entry, List<Content> contents)
      throws SQLException;

  /** The same under an id of the feature's own, by which it can be taken back before its slot. */
  void stage(Connection tx, String organisation, UUID id, Entry entry, List<Content> contents)
      throws SQLException;
}
