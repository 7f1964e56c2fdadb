package org.answerable.constituent.jdbc;

import static java.util.Comparator.comparing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.answerable.constituent.ConstituentMet;
import org.answerable.constituent.Constituents;
import org.answerable.constituent.Vault;
import org.answerable.effect.EffectWriter;
import org.answerable.organisation.Organisations;
import org.answerable.platform.SqlArray;
import org.springframework.stereotype.Component;

/**
 * Adds people to the vault. Two nodes that meet the same person at once give them two ids; the
 * unique lookup lets one of them win, and the other message is decided again.
 */
@Component
final class ConstituentMetWriter implements EffectWriter<ConstituentMet> {
  private final Vault vault;
  private final Organisations organisations;

  ConstituentMetWriter(Vault vault, Organisations organisations) {
    this.vault = vault;
    this.organisations = organisations;
  }

  @Override
  public Class<ConstituentMet> type() {
    return ConstituentMet.class;
  }

  @Override
  public void write(Connection tx, List<ConstituentMet> batch) throws SQLException {
    var rows = batch.stream().map(this::row).sorted(comparing(Met::who)).toList();
    try (PreparedStatement statement =
        tx.prepareStatement(
            """
            insert into constituent.constituent
              (organisation, who, epoch, lookup, data_key, address, settings, stopped, seen)
            select * from unnest(?::text[], ?::uuid[], ?::int[], ?::bytea[], ?::bytea[], ?::bytea[],
              ?::bytea[], ?::boolean[], ?::date[])
            """)) {
      statement.setArray(1, SqlArray.of(tx, "text", rows, Met::organisation));
      statement.setArray(2, SqlArray.of(tx, "uuid", rows, Met::who));
      statement.setArray(3, SqlArray.of(tx, "int", rows, met -> met.row.epoch()));
      statement.setArray(4, SqlArray.of(tx, "bytea", rows, Met::lookup));
      statement.setArray(5, SqlArray.of(tx, "bytea", rows, met -> met.row.dataKey()));
      statement.setArray(6, SqlArray.of(tx, "bytea", rows, met -> met.row.address()));
      statement.setArray(7, SqlArray.of(tx, "bytea", rows, met -> met.row.settings()));
      statement.setArray(8, SqlArray.of(tx, "boolean", rows, met -> met.row.stopped()));
      statement.setArray(9, SqlArray.of(tx, "date", rows, met -> met.row.seen()));
      statement.executeUpdate();
    }
  }

  private Met row(ConstituentMet met) {
    String organisation = met.person().organisation();
    byte[] lookup = vault.lookup(organisations.get(organisation), met.address());
    return new Met(organisation, lookup, vault.row(met));
  }

  private record Met(String organisation, byte[] lookup, Constituents.Row row) {
    UUID who() {
      return row.who();
    }

    @Override
    public String toString() {
      return "Met[redacted]";
    }
  }
}
