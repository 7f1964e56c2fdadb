package org.answerable.constituent.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.answerable.constituent.EpochLimits;
import org.answerable.platform.OwnerDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The rows of a table that stand under an epoch which ends, a chunk a transaction. They are named
 * by where they lie, which a change of the row changes: whoever was written meanwhile is found by
 * the next pass.
 */
final class SealedRows {
  private final OwnerDatabase database;

  SealedRows(OwnerDatabase database) {
    this.database = database;
  }

  /** What is done to one chunk; gives how many rows it dealt with. */
  @FunctionalInterface
  interface Chunk {
    int take(Connection tx, String[] places) throws SQLException;
  }

  /**
   * One pass.
   *
   * @param from table and condition, with parameters
   * @return how many rows were dealt with
   */
  int pass(String from, List<Object> params, Chunk chunk) throws SQLException {
    List<String> places =
        database
            .client()
            .sql("select ctid::text from " + from + " limit " + EpochLimits.PASS_ROWS)
            .params(params)
            .query(String.class)
            .list();
    int done = 0;
    for (int at = 0; at < places.size(); at += EpochLimits.CHUNK_ROWS) {
      int end = Math.min(at + EpochLimits.CHUNK_ROWS, places.size());
      String[] some = places.subList(at, end).toArray(String[]::new);
      done += database.inTransaction(tx -> chunk.take(tx, some));
    }
    return done;
  }

  static boolean any(JdbcClient client, String from, Object... params) {
    return client
        .sql("select exists (select from " + from + ")")
        .params(params)
        .query(Boolean.class)
        .single();
  }
}
