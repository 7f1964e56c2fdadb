package org.answerable.constituent.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.answerable.platform.Databases;
import org.answerable.platform.keys.SealedColumn;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Seals the values of one column under the living epoch. */
final class ColumnTakeover {
  private final SealedColumn column;
  private final String organisation;
  private final int epoch;

  ColumnTakeover(SealedColumn column, String organisation, int epoch) {
    this.column = column;
    this.organisation = organisation;
    this.epoch = epoch;
  }

  int pass(SealedRows rows) throws SQLException {
    return rows.pass(from(), List.of(organisation, epoch), this::chunk);
  }

  boolean isLeft(JdbcClient client) {
    return SealedRows.any(client, from(), organisation, epoch);
  }

  private String from() {
    return "%s where organisation = ? and %s < int4send(?)"
        .formatted(column.table(), column.column());
  }

  private int chunk(Connection tx, String[] places) {
    JdbcClient client = Databases.on(tx);
    List<Value> values =
        client
            .sql(
                """
                select ctid::text, %s, %s from %s
                  and ctid = any (?::text[]::tid[]) for update skip locked
                """
                    .formatted(column.place(), column.column(), from()))
            .params(organisation, epoch, places)
            .query((row, n) -> new Value(row.getString(1), row.getObject(2), row.getBytes(3)))
            .list();
    return client
        .sql(
            """
            update %s t set %s = m.v from unnest(?::text[]::tid[], ?::bytea[]) as m(place, v)
            where t.ctid = m.place
            """
                .formatted(column.table(), column.column()))
        .params(
            values.stream().map(Value::row).toArray(String[]::new),
            values.stream().map(this::again).toArray(byte[][]::new))
        .update();
  }

  private byte[] again(Value value) {
    return column.again().seal(organisation, value.place, value.sealed);
  }

  private record Value(String row, Object place, byte[] sealed) {}
}
