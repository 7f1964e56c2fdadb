package org.answerable.constituent.jdbc;

import static java.util.Comparator.comparing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.answerable.constituent.RouteMade;
import org.answerable.constituent.Vault;
import org.answerable.effect.EffectWriter;
import org.answerable.platform.SqlArray;
import org.springframework.stereotype.Component;

/** Adds ways back. */
@Component
final class RouteMadeWriter implements EffectWriter<RouteMade> {
  private final Vault vault;

  RouteMadeWriter(Vault vault) {
    this.vault = vault;
  }

  @Override
  public Class<RouteMade> type() {
    return RouteMade.class;
  }

  @Override
  public void write(Connection tx, List<RouteMade> batch) throws SQLException {
    List<RouteMade> rows = batch.stream().sorted(comparing(RouteMade::feedback)).toList();
    try (PreparedStatement statement =
        tx.prepareStatement(
            """
            insert into constituent.route (organisation, feedback, who)
            select * from unnest(?::text[], ?::uuid[], ?::bytea[])
            """)) {
      statement.setArray(1, SqlArray.of(tx, "text", rows, RouteMade::organisation));
      statement.setArray(2, SqlArray.of(tx, "uuid", rows, RouteMade::feedback));
      statement.setArray(3, SqlArray.of(tx, "bytea", rows, vault::route));
      statement.executeUpdate();
    }
  }
}
