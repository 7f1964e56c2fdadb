package org.answerable.constituent.jdbc;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.answerable.organisation.Organisation;
import org.answerable.platform.Databases;
import org.answerable.platform.OwnerDatabase;
import org.answerable.platform.keys.EpochKeys;
import org.answerable.platform.keys.LivingEpochs;
import org.answerable.platform.keys.SealedColumn;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Goes on with data whose keys are gone, as a backup's of an earlier epoch: whoever wrote is
 * forgotten, what opens no more is given up, and a new epoch begins. The public log, receipts and
 * statuses stay, for nothing seals them. One transaction: a kill leaves the backup as it was.
 */
final class BeginAnew {
  private static final List<String> PEOPLE =
      List.of(
          "conversation.session",
          "conversation.caller",
          "constituent.route",
          "constituent.kept_answer",
          "constituent.question",
          "constituent.constituent");

  private final OwnerDatabase owner;
  private final EpochKeys keys;
  private final List<SealedColumn> columns;

  BeginAnew(OwnerDatabase owner, EpochKeys keys, List<SealedColumn> columns) {
    this.owner = owner;
    this.keys = keys;
    this.columns = List.copyOf(columns);
  }

  /** Gives what was done, for whoever started it. */
  String run(Organisation home, LivingEpochs before, LocalDate today) {
    // one is left out, under which nothing stands: its key of messages must be there to be searched
    int leftOut = Math.max(before.epoch(), keys.newest(home.id())) + 1;
    keys.make(home.id(), leftOut);
    int epoch = leftOut + 1;
    keys.make(home.id(), epoch);
    var living = new LivingEpochs(epoch, epoch);
    keys.tell(home.id(), living);
    try {
      String done = owner.inTransaction(tx -> run(tx, home, epoch, today));
      keys.destroy(home.id(), living);
      return done;
    } catch (SQLException e) {
      throw new IllegalStateException("could not begin anew: SQLSTATE " + e.getSQLState());
    }
  }

  private String run(Connection tx, Organisation home, int epoch, LocalDate today) {
    JdbcClient client = Databases.on(tx);
    EpochTable.lock(client, home.id());
    EpochTable.beginAnew(client, home.id(), epoch, today);
    int people = 0;
    for (String table : PEOPLE) {
      people = JdbcEpochs.empty(client, table, home);
    }
    int lost = 0;
    for (SealedColumn column : columns) {
      lost += column(client, column, home.id());
    }
    return "%s began anew with epoch %d: %d people are forgotten, and %d sealed values given up."
        .formatted(home.id(), epoch, people, lost);
  }

  /** How many of its values open no more. */
  private int column(JdbcClient client, SealedColumn column, String organisation) {
    List<Row> rows =
        client
            .sql(
                "select ctid::text, %s, %s from %s where organisation = ? and %2$s is not null"
                    .formatted(column.place(), column.column(), column.table()))
            .param(organisation)
            .query((row, n) -> new Row(row.getString(1), row.getObject(2), row.getBytes(3)))
            .list();
    int lost = 0;
    for (Row row : rows) {
      // a key that is there and can't be read, for others can, ends the start: nothing is given up
      if (keys.has(organisation, ByteBuffer.wrap(row.sealed).getInt())) {
        byte[] again = column.again().seal(organisation, row.place, row.sealed);
        put(client, column, row, List.of(new SealedColumn.Value(column.column(), again)));
      } else {
        put(client, column, row, column.lost().instead(organisation, row.place));
        lost++;
      }
    }
    return lost;
  }

  private static void put(
      JdbcClient client, SealedColumn column, Row row, List<SealedColumn.Value> values) {
    if (values.isEmpty()) {
      client.sql("delete from " + column.table() + " where ctid = ?::tid").param(row.ctid).update();
      return;
    }
    String set =
        values.stream().map(value -> value.column() + " = ?").collect(Collectors.joining(", "));
    var params = new ArrayList<Object>();
    values.forEach(value -> params.add(value.bytes()));
    params.add(row.ctid);
    client
        .sql("update " + column.table() + " set " + set + " where ctid = ?::tid")
        .params(params)
        .update();
  }

  private record Row(String ctid, Object place, byte[] sealed) {}
}
