package org.answerable.responselog.jdbc;

import java.util.Optional;
import org.answerable.tlog.Hash;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Where an organisation's log stands, as the database says: who signs it, and what was signed last.
 *
 * @param number of the key, from 1
 * @param origin the log's name
 * @param vkey of the key
 * @param size entries of the latest checkpoint; 0: there is none
 * @param head of their tree
 */
record LogStand(int number, String origin, String vkey, long size, Hash head) {
  /** Where the sequencer finds it. */
  static final String TABLES = "responselog";

  /** Where the public pages do. */
  static final String VIEWS = "site";

  /** Empty: nothing was ever signed. */
  static Optional<LogStand> read(JdbcClient db, String schema, String organisation) {
    return db.sql(
            """
            select l.number, l.origin, l.vkey, coalesce(c.size, 0), c.head
            from %1$s.log l
            left join lateral (
              select size, head from %1$s.checkpoint c
              where c.organisation = l.organisation order by size desc limit 1) c on true
            where l.organisation = ? order by l.number desc limit 1
            """
                .formatted(schema))
        .param(organisation)
        .query(
            (row, n) ->
                new LogStand(
                    row.getInt(1),
                    row.getString(2),
                    row.getString(3),
                    row.getLong(4),
                    row.getLong(4) == 0 ? Hash.EMPTY : Hash.of(row.getBytes(5))))
        .optional();
  }
}
