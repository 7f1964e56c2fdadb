package org.answerable.platform;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** The database as each login sees it. */
public final class Databases {
  private final Map<Login, DataSource> sources;
  private final Map<Login, JdbcClient> clients = new EnumMap<>(Login.class);

  public Databases(Map<Login, DataSource> sources) {
    this.sources = new EnumMap<>(sources);
    sources.forEach((login, source) -> clients.put(login, JdbcClient.create(source)));
  }

  /** For single statements. */
  public JdbcClient as(Login login) {
    return known(clients.get(login), login);
  }

  public DataSource source(Login login) {
    return known(sources.get(login), login);
  }

  /** Several statements that hold together: commits what the work did, or nothing of it. */
  public <T> T inTransaction(Login login, Work<T> work) throws SQLException {
    try (Connection tx = source(login).getConnection()) {
      tx.setAutoCommit(false);
      try {
        T result = work.on(tx);
        tx.commit();
        return result;
      } catch (Throwable e) {
        rollback(tx, e);
        throw e;
      } finally {
        tx.setAutoCommit(true);
      }
    }
  }

  /** Spring's client over one connection, for the statements of a transaction. */
  public static JdbcClient on(Connection tx) {
    return JdbcClient.create(new SingleConnectionDataSource(tx, true));
  }

  private static void rollback(Connection tx, Throwable why) {
    try {
      tx.rollback();
    } catch (SQLException e) {
      why.addSuppressed(e);
    }
  }

  private static <T> T known(@org.jspecify.annotations.Nullable T value, Login login) {
    if (value == null) {
      throw new IllegalStateException("no pool for the login " + login.word());
    }
    return value;
  }

  /** What is done inside one transaction. */
  @FunctionalInterface
  public interface Work<T> {
    T on(Connection tx) throws SQLException;
  }
}
