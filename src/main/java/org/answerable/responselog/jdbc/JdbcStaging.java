package org.answerable.responselog.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.answerable.platform.Ids;
import org.answerable.responselog.Content;
import org.answerable.responselog.Entry;
import org.answerable.responselog.EntryJson;
import org.answerable.responselog.Staging;

/** Staging in PostgreSQL. */
final class JdbcStaging implements Staging {
  private final Ids ids;

  JdbcStaging(Ids ids) {
    this.ids = ids;
  }

  @Override
  public void stage(Connection tx, String organisation, List<Entry> entries) throws SQLException {
    try (PreparedStatement statement =
        tx.prepareStatement(
            """
            insert into responselog.staged (organisation, entry, ordinal, body)
            values (?, ?, nextval('responselog.staged_order'), ?)
            """)) {
      for (Entry entry : entries) {
        statement.setString(1, organisation);
        statement.setObject(2, ids.uuid());
        statement.setBytes(3, EntryJson.write(organisation, entry));
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  @Override
  public void publish(Connection tx, String organisation, Content content) throws SQLException {
    try (PreparedStatement statement =
        tx.prepareStatement(
            """
            insert into responselog.content (organisation, hash, salt, text) values (?, ?, ?, ?)
            """)) {
      statement.setString(1, organisation);
      statement.setBytes(2, content.hash());
      statement.setBytes(3, content.salt());
      statement.setString(4, content.text());
      statement.executeUpdate();
    }
  }
}
