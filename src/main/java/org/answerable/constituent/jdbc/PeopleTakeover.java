package org.answerable.constituent.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.answerable.constituent.Constituents;
import org.answerable.constituent.Matter;
import org.answerable.constituent.Retention;
import org.answerable.constituent.Vault;
import org.answerable.constituent.Vault.Moved;
import org.answerable.organisation.Organisation;
import org.answerable.platform.Databases;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Takes over people, or forgets them. */
final class PeopleTakeover {
  static final String COLUMNS =
      "select who, epoch, data_key, address, settings, stopped, muted, seen from"
          + " constituent.constituent";

  private static final String OLD = "constituent.constituent where organisation = ? and epoch < ?";

  private final Organisation home;
  private final int epoch;
  private final Vault vault;
  private final Retention retention;

  PeopleTakeover(Organisation home, int epoch, Vault vault, Retention retention) {
    this.home = home;
    this.epoch = epoch;
    this.vault = vault;
    this.retention = retention;
  }

  int pass(SealedRows rows, Map<UUID, List<Matter>> matters) throws SQLException {
    return rows.pass(OLD, List.of(home.id(), epoch), (tx, places) -> chunk(tx, places, matters));
  }

  boolean isLeft(JdbcClient client) {
    return SealedRows.any(client, OLD, home.id(), epoch);
  }

  /** Nobody's message is committed meanwhile, so that nobody who writes now is forgotten. */
  private int chunk(Connection tx, String[] places, Map<UUID, List<Matter>> matters) {
    JdbcClient client = Databases.on(tx);
    EpochTable.lock(client, home.id());
    List<Constituents.Row> rows =
        client
            .sql(
                COLUMNS
                    + " where organisation = ? and epoch < ? and ctid = any (?::text[]::tid[])"
                    + " for update")
            .params(home.id(), epoch, places)
            .query((row, n) -> JdbcConstituents.row(row))
            .list();
    var kept = new ArrayList<Moved>();
    var forgotten = new ArrayList<UUID>();
    for (Constituents.Row row : rows) {
      if (retention.keeps(vault.open(home.id(), row), matters.getOrDefault(row.who(), List.of()))) {
        kept.add(vault.takeOver(home, row));
      } else {
        forgotten.add(row.who());
      }
    }
    move(client, kept);
    forget(client, forgotten);
    return rows.size();
  }

  private void move(JdbcClient client, List<Moved> kept) {
    client
        .sql(
            """
            update constituent.constituent c
            set epoch = m.epoch, lookup = m.lookup, data_key = m.key
            from unnest(?::uuid[], ?::int[], ?::bytea[], ?::bytea[]) as m(who, epoch, lookup, key)
            where c.organisation = ? and c.who = m.who
            """)
        .params(
            kept.stream().map(Moved::who).toArray(UUID[]::new),
            kept.stream().map(Moved::epoch).toArray(Integer[]::new),
            kept.stream().map(Moved::lookup).toArray(byte[][]::new),
            kept.stream().map(Moved::dataKey).toArray(byte[][]::new),
            home.id())
        .update();
  }

  private void forget(JdbcClient client, List<UUID> forgotten) {
    UUID[] all = forgotten.toArray(UUID[]::new);
    for (String table : List.of("conversation.session", "constituent.constituent")) {
      client
          .sql("delete from " + table + " where organisation = ? and who = any (?)")
          .params(home.id(), all)
          .update();
    }
  }
}
