package org.answerable.poll.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.answerable.platform.Ids;
import org.answerable.platform.SqlArray;
import org.answerable.platform.keys.KeyRefused;
import org.answerable.platform.keys.PollKeys;
import org.answerable.poll.BallotBox;
import org.answerable.poll.Uncounted.Counts;

/** Writes what one batch holds of votes that do not count, sealed. */
final class UncountedRows {
  /** Foreign key violation, as the database says it of a poll that is over. */
  private static final String OVER = "23503";

  private final BallotBox box;
  private final Ids ids;

  UncountedRows(PollKeys keys, Ids ids) {
    this.box = new BallotBox(keys);
    this.ids = ids;
  }

  /** A poll of an organisation. */
  record Of(String organisation, String poll) {}

  private record Row(Of of, UUID batch, byte[] counts) {}

  void write(Connection tx, Map<Of, Counts> counts) throws SQLException {
    if (counts.isEmpty()) {
      return;
    }
    List<Row> rows = rows(counts);
    try (PreparedStatement insert =
        tx.prepareStatement(
            """
            insert into poll.uncounted (organisation, poll, batch, counts)
            select * from unnest(?::text[], ?::text[], ?::uuid[], ?::bytea[])
            """)) {
      insert.setArray(1, SqlArray.of(tx, "text", rows, row -> row.of.organisation));
      insert.setArray(2, SqlArray.of(tx, "text", rows, row -> row.of.poll));
      insert.setArray(3, SqlArray.of(tx, "uuid", rows, Row::batch));
      insert.setArray(4, SqlArray.of(tx, "bytea", rows, Row::counts));
      insert.executeUpdate();
    }
  }

  private List<Row> rows(Map<Of, Counts> counts) throws SQLException {
    try {
      return counts.entrySet().stream().map(one -> row(one.getKey(), one.getValue())).toList();
    } catch (KeyRefused closed) {
      throw over();
    }
  }

  private Row row(Of of, Counts counts) {
    UUID batch = ids.uuid();
    return new Row(of, batch, box.close(of.organisation, of.poll, batch, counts));
  }

  /** The whole batch is refused, and whoever voted there is decided again. */
  static SQLException over() {
    return new SQLException("the poll is over", OVER);
  }
}
