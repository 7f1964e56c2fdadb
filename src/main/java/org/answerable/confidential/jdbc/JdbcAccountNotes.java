package org.answerable.confidential.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.answerable.confidential.AccountNotes;
import org.answerable.confidential.Unopened;
import org.answerable.confidential.UnopenedSeal;
import org.answerable.platform.Ids;
import org.answerable.platform.SqlArray;
import org.answerable.platform.keys.PersonKey;

/** Notes in PostgreSQL, a row for each key. */
final class JdbcAccountNotes implements AccountNotes {
  private final Ids ids;

  JdbcAccountNotes(Ids ids) {
    this.ids = ids;
  }

  @Override
  public void add(Connection tx, String organisation, List<Unopened> unopened) throws SQLException {
    if (unopened.isEmpty()) {
      return;
    }
    KeyRows.share(tx, organisation);
    List<PersonKey> keys = KeyRows.outside(tx, organisation);
    if (keys.isEmpty()) {
      return;
    }
    // their order tells nothing of whose they are
    var rows = new ArrayList<Row>();
    for (PersonKey key : keys) {
      for (Unopened one : unopened) {
        rows.add(new Row(ids.uuid(), key.name(), UnopenedSeal.seal(one, organisation, key)));
      }
    }
    rows.sort(Comparator.comparing(Row::note));
    try (PreparedStatement insert =
        tx.prepareStatement(
            """
            insert into confidential.account (organisation, note, key, sealed)
            select ?, * from unnest(?::uuid[], ?::text[], ?::bytea[])
            """)) {
      insert.setString(1, organisation);
      insert.setArray(2, SqlArray.of(tx, "uuid", rows, Row::note));
      insert.setArray(3, SqlArray.of(tx, "text", rows, Row::key));
      insert.setArray(4, SqlArray.of(tx, "bytea", rows, Row::sealed));
      insert.executeUpdate();
    }
  }

  private record Row(UUID note, String key, byte[] sealed) {}
}
