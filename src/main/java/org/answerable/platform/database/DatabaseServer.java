package org.answerable.platform.database;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.answerable.platform.AnswerableProperties;
import org.answerable.platform.StartupRefused;
import org.answerable.platform.embedded.PostgresServer;
import org.answerable.platform.keys.RootKey;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The database and its owner, who may create roles: our own server's or one that others run. All
 * that follows is the same for both.
 */
final class DatabaseServer implements AutoCloseable {
  /** Of the owner and the database on our own server. */
  private static final String OWN_NAME = "answerable";

  private static final int CONNECT_SECONDS = 5;
  private final String url;
  private final String username;
  private final String password;
  private final @Nullable PostgresServer embedded;

  private DatabaseServer(
      String url, String username, String password, @Nullable PostgresServer embedded) {
    this.url = url;
    this.username = username;
    this.password = password;
    this.embedded = embedded;
  }

  /** The one that the properties name, else our own, which it starts. */
  static DatabaseServer open(AnswerableProperties properties, RootKey root) throws IOException {
    return properties.database().url() == null
        ? embedded(properties, root)
        : external(properties.database());
  }

  /**
   * The one that an instance on these settings uses; starts none.
   *
   * @throws StartupRefused when none runs
   */
  static DatabaseServer join(AnswerableProperties properties, RootKey root) throws IOException {
    if (properties.database().url() != null) {
      return external(properties.database());
    }
    OptionalInt port = PostgresServer.portOf(properties.dataDir());
    if (port.isPresent()) {
      DatabaseServer server = own(port.getAsInt(), password(root, "owner"), null);
      if (server.refusal().isEmpty()) {
        return server;
      }
    }
    throw new StartupRefused(
        List.of(
            "No server runs on the data folder %s: start it with 'serve', then run this again."
                .formatted(properties.dataDir().toAbsolutePath().normalize()),
            "Another folder is given as to the server: --answerable.data-dir=FOLDER, or in"
                + " application.yaml."));
  }

  private static DatabaseServer external(AnswerableProperties.Database external) {
    String url = given(external.url());
    if (!url.startsWith("jdbc:postgresql://")) {
      throw new StartupRefused(
          "answerable.database.url: give jdbc:postgresql://HOST:PORT/DATABASE, and user and"
              + " password as answerable.database.username and .password");
    }
    var server =
        new DatabaseServer(url, given(external.username()), given(external.password()), null);
    server
        .refusal()
        .ifPresent(
            why -> {
              throw new StartupRefused(
                  List.of(
                      "The database at %s can't be used: %s".formatted(shown(url), why),
                      "Check that it runs, and answerable.database.url, .username and"
                          + " .password."));
            });
    return server;
  }

  private static DatabaseServer own(int port, String password, @Nullable PostgresServer embedded) {
    String url = "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, OWN_NAME);
    return new DatabaseServer(url, OWN_NAME, password, embedded);
  }

  private static DatabaseServer embedded(AnswerableProperties properties, RootKey root)
      throws IOException {
    var server = PostgresServer.start(properties.dataDir(), password(root, "superuser"));
    try {
      String password = password(root, "owner");
      makeOwner(JdbcClient.create(server.superuser("postgres")), password);
      return own(server.port(), password, server);
    } catch (RuntimeException e) {
      server.close();
      throw e;
    }
  }

  /** On our own server the owner is what it must be on any: no superuser. */
  private static void makeOwner(JdbcClient superuser, String password) {
    if (missing(superuser, "select count(*) from pg_roles where rolname = ?")) {
      superuser
          .sql("create role %s login createrole password '%s'".formatted(OWN_NAME, password))
          .update();
    }
    if (missing(superuser, "select count(*) from pg_database where datname = ?")) {
      superuser.sql("create database %s owner %s".formatted(OWN_NAME, OWN_NAME)).update();
    }
  }

  private static boolean missing(JdbcClient client, String count) {
    return client.sql(count).param(OWN_NAME).query(Long.class).single() == 0;
  }

  /** A login's password: nobody needs to know it, and every node derives the same. */
  static String password(RootKey root, String login) {
    return HexFormat.of().formatHex(root.derive("database login " + login));
  }

  private static String given(@Nullable String value) {
    return value == null ? "" : value;
  }

  /** Why it can't be used; empty when it can. */
  private Optional<String> refusal() {
    try (Connection connection = owner().getConnection()) {
      connection.isValid(CONNECT_SECONDS);
      return Optional.empty();
    } catch (SQLException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  /** Without parameters, among which a password may stand. */
  private static String shown(String url) {
    return url.replaceFirst("\\?.*", "").replaceFirst("//[^@/]*@", "//");
  }

  /** The owner: for migrations and roles. Each call to it opens a connection. */
  PGSimpleDataSource owner() {
    var source = as(username, password);
    source.setApplicationName("answerable owner");
    return source;
  }

  /** The database as a user sees it; each call opens a connection. */
  PGSimpleDataSource as(String user, String userPassword) {
    var source = new PGSimpleDataSource();
    source.setURL(url);
    source.setUser(user);
    source.setPassword(userPassword);
    source.setConnectTimeout(CONNECT_SECONDS);
    source.setLoginTimeout(CONNECT_SECONDS);
    source.setTcpKeepAlive(true);
    // a batch of inserts becomes one of many rows
    source.setReWriteBatchedInserts(true);
    return source;
  }

  @Override
  public void close() throws IOException {
    if (embedded != null) {
      embedded.close();
    }
  }
}
