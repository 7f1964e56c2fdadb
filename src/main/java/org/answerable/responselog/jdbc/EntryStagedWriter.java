package org.answerable.responselog.jdbc;

import static java.util.Comparator.comparing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.answerable.effect.EffectWriter;
import org.answerable.platform.SqlArray;
import org.answerable.responselog.EntryJson;
import org.answerable.responselog.EntryStaged;

/** Leaves commitments for the next slot. */
final class EntryStagedWriter implements EffectWriter<EntryStaged> {
  @Override
  public Class<EntryStaged> type() {
    return EntryStaged.class;
  }

  @Override
  public void write(Connection tx, List<EntryStaged> batch) throws SQLException {
    var rows = batch.stream().sorted(comparing(EntryStaged::entry)).toList();
    try (PreparedStatement statement =
        tx.prepareStatement(
            """
            insert into responselog.staged (organisation, entry, ordinal, body)
            select o, e, 0, b from unnest(?::text[], ?::uuid[], ?::bytea[]) as m(o, e, b)
            """)) {
      statement.setArray(1, SqlArray.of(tx, "text", rows, EntryStaged::organisation));
      statement.setArray(2, SqlArray.of(tx, "uuid", rows, EntryStaged::entry));
      statement.setArray(
          3,
          SqlArray.of(tx, "bytea", rows, row -> EntryJson.write(row.organisation(), row.body())));
      statement.executeUpdate();
    }
  }
}
