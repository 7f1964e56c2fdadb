package org.answerable.leader.web;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import javax.sql.DataSource;
import org.answerable.platform.Databases;
import org.answerable.platform.Login;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

/** A PostgreSQL with the real tables and grants, one for all tests of a class. */
final class LeaderDatabase implements AutoCloseable {
  private static final String PREFIX = "answerable";
  private final EmbeddedPostgres postgres;

  LeaderDatabase() throws IOException, SQLException {
    postgres = EmbeddedPostgres.builder().start();
    try (var owner = postgres.getPostgresDatabase().getConnection();
        var statement = owner.createStatement()) {
      for (var login : Login.values()) {
        statement.execute("create role " + PREFIX + "_" + login.word() + " login");
      }
    }
    Flyway.configure()
        .dataSource(postgres.getPostgresDatabase())
        .placeholders(Map.of("logins", PREFIX))
        .load()
        .migrate();
  }

  Databases databases() {
    var sources = new EnumMap<Login, DataSource>(Login.class);
    for (var login : Login.values()) {
      var source = new PGSimpleDataSource();
      source.setUrl(postgres.getJdbcUrl(PREFIX + "_" + login.word(), "postgres"));
      sources.put(login, source);
    }
    return new Databases(sources);
  }

  @Override
  public void close() throws IOException {
    postgres.close();
  }
}
