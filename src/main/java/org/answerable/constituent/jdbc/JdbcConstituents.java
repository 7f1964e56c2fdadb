package org.answerable.constituent.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.answerable.constituent.Constituents;
import org.answerable.platform.Databases;
import org.answerable.platform.Login;

/** The vault in PostgreSQL, as one login may see it. */
final class JdbcConstituents implements Constituents {
  private static final String COLUMNS =
      "select who, epoch, data_key, address, settings, stopped, seen from constituent.constituent ";
  private final Databases databases;
  private final Login login;

  JdbcConstituents(Databases databases, Login login) {
    this.databases = databases;
    this.login = login;
  }

  @Override
  public Optional<Row> byLookup(String organisation, int epoch, byte[] lookup) {
    return databases
        .as(login)
        .sql(COLUMNS + "where organisation = ? and epoch = ? and lookup = ?")
        .params(organisation, epoch, lookup)
        .query((row, n) -> row(row))
        .optional();
  }

  @Override
  public Optional<Row> byId(String organisation, UUID who) {
    return databases
        .as(login)
        .sql(COLUMNS + "where organisation = ? and who = ?")
        .params(organisation, who)
        .query((row, n) -> row(row))
        .optional();
  }

  @Override
  public Optional<Route> route(String organisation, UUID feedback) {
    return databases
        .as(login)
        .sql("select epoch, who from constituent.route where organisation = ? and feedback = ?")
        .params(organisation, feedback)
        .query((row, n) -> new Route(row.getInt(1), row.getBytes(2)))
        .optional();
  }

  @Override
  public void stop(String organisation, UUID who) {
    databases
        .as(login)
        .sql(
            """
            update constituent.constituent set stopped = true where organisation = ? and who = ?
            """)
        .params(organisation, who)
        .update();
  }

  private static Row row(ResultSet row) throws SQLException {
    return new Row(
        row.getObject("who", UUID.class),
        row.getInt("epoch"),
        row.getBytes("data_key"),
        row.getBytes("address"),
        row.getBytes("settings"),
        row.getBoolean("stopped"),
        row.getObject("seen", LocalDate.class));
  }
}
