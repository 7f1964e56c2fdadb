package org.answerable.platform.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.answerable.platform.Login;
import org.answerable.platform.StartupRefused;
import org.answerable.platform.keys.RootKey;
import org.postgresql.core.Utils;
import org.postgresql.util.PSQLState;
import org.postgresql.util.PasswordUtil;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Makes the logins of {@link Login}, before the migrations grant them anything. */
final class LoginRoles {
  /** Of the logins' names: {@code answerable_intake}. */
  static final String PREFIX = "answerable";

  /** Any number, the same on all nodes: one of them at a time makes roles. */
  private static final long TURN = 4_821_930_712L;

  private final DatabaseServer server;
  private final RootKey root;

  LoginRoles(DatabaseServer server, RootKey root) {
    this.server = server;
    this.root = root;
  }

  static String name(Login login) {
    return PREFIX + "_" + login.word();
  }

  String password(Login login) {
    return DatabaseServer.password(root, login.word());
  }

  /**
   * Makes those that are missing.
   *
   * @throws StartupRefused when the database in use was made with another root key
   */
  void make() throws SQLException {
    try (Connection connection = server.owner().getConnection()) {
      var owner = JdbcClient.create(new SingleConnectionDataSource(connection, true));
      owner.sql("select pg_advisory_lock(?)").param(TURN).query().listOfRows();
      for (Login login : Login.values()) {
        if (!exists(owner, login)) {
          alter(owner, "create", login);
        } else if (!opens(login)) {
          refuseInUse(owner);
          alter(owner, "alter", login);
        }
      }
    }
  }

  private static boolean exists(JdbcClient owner, Login login) {
    var count = owner.sql("select count(*) from pg_roles where rolname = ?").param(name(login));
    return count.query(Long.class).single() > 0;
  }

  /** Whether our password is the login's. */
  private boolean opens(Login login) throws SQLException {
    try (Connection connection = server.as(name(login), password(login)).getConnection()) {
      return !connection.isClosed();
    } catch (SQLException e) {
      if (PSQLState.INVALID_PASSWORD.getState().equals(e.getSQLState())) {
        return false;
      }
      throw e;
    }
  }

  /** With another root key nothing that is sealed here could be read, and other nodes would end. */
  private static void refuseInUse(JdbcClient owner) {
    String used = "select to_regclass('constituent.constituent') is not null";
    if (owner.sql(used).query(Boolean.class).single()) {
      throw new StartupRefused(
          List.of(
              "This database was made with another root key than the one that is given.",
              "Put back root.key from the copy that you keep, or give it as before."));
    }
  }

  /** The server never sees the password, only what SCRAM needs to check it. */
  private void alter(JdbcClient owner, String verb, Login login) throws SQLException {
    String verifier = PasswordUtil.encodeScramSha256(password(login).toCharArray());
    var statement = new StringBuilder(verb + " role " + name(login) + " login password '");
    Utils.escapeLiteral(statement, verifier, true);
    owner.sql(statement.append("'").toString()).update();
  }
}
