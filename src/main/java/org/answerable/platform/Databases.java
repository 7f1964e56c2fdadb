package org.answerable.platform;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** The database as each login sees it. */
public final class Databases {
  /** Classes of SQLSTATE. */
  private static final Set<String> AWAY =
      Set.of("08", "25", "28", "3D", "53", "54", "55", "57", "58", "F0", "XX");

  private final Map<Login, DataSource> sources;
  private final Map<Login, JdbcClient> clients = new EnumMap<>(Login.class);

  public Databases(Map<Login, DataSource> sources) {
    this.sources = new EnumMap<>(sources);
    sources.forEach((login, source) -> clients.put(login, JdbcClient.create(source)));
  }

  /**
   * Whether nobody's statement is to blame: the connection, the server or its resources.
   *
   * @see <a href="https://www.postgresql.org/docs/18/errcodes-appendix.html">PostgreSQL, appendix
   *     A</a>
   */
  public static boolean isAway(SQLException e) {
    String state = e.getSQLState();
    return e instanceof SQLTransientConnectionException
        || state == null
        || state.length() >= 2 && AWAY.contains(state.substring(0, 2));
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
    return inTransaction(source(login), work);
  }

  static <T> T inTransaction(DataSource source, Work<T> work) throws SQLException {
    try (Connection tx = source.getConnection()) {
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

  private static <T> T known(@Nullable T value, Login login) {
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
