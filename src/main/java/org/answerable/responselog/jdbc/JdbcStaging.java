package org.answerable.responselog.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.answerable.platform.Ids;
import org.answerable.responselog.Content;
import org.answerable.responselog.Entry;
import org.answerable.responselog.EntryJson;
import org.answerable.responselog.Staging;

/** Staging in PostgreSQL. */
final class JdbcStaging implements Staging {
  private static final String STAGE =
      """
      insert into responselog.staged (organisation, entry, ordinal, body)
      values (?, ?, nextval('responselog.staged_order'), ?)
      """;
  private final Ids ids;

  JdbcStaging(Ids ids) {
    this.ids = ids;
  }

  @Override
  public void stage(Connection tx, String organisation, List<Entry> entries) throws SQLException {
    try (PreparedStatement statement = tx.prepareStatement(STAGE)) {
      for (Entry entry : entries) {
        set(statement, organisation, ids.uuid(), entry);
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  @Override
  public void stage(Connection tx, String organisation, Entry entry, List<Content> contents)
      throws SQLException {
    stage(tx, organisation, ids.uuid(), entry, contents);
  }

  @Override
  public void stage(
      Connection tx, String organisation, UUID id, Entry entry, List<Content> contents)
      throws SQLException {
    try (PreparedStatement statement = tx.prepareStatement(STAGE)) {
      set(statement, organisation, id, entry);
      statement.executeUpdate();
    }
    try (PreparedStatement statement =
        tx.prepareStatement(
            """
            insert into responselog.content (organisation, hash, entry, salt, text)
            values (?, ?, ?, ?, ?)
            """)) {
      for (Content content : contents) {
        statement.setString(1, organisation);
        statement.setBytes(2, content.hash());
        statement.setObject(3, id);
        statement.setBytes(4, content.salt());
        statement.setString(5, content.text());
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  private static void set(PreparedStatement statement, String organisation, UUID id, Entry entry)
      throws SQLException {
    statement.setString(1, organisation);
    statement.setObject(2, id);
    statement.setBytes(3, EntryJson.write(organisation, entry));
  }
}
