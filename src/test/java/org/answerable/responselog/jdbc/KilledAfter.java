package org.answerable.responselog.jdbc;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Connections that break: after so many statements, or at the commit, or when the commit is done
 * and nobody hears of it.
 */
final class KilledAfter extends DelegatingDataSource {
  private final int statements;
  private final boolean unheard;
  private int begun;

  /**
   * @param statements how many may begin; the commit is the last one
   * @param unheard whether the one that breaks is done first
   */
  KilledAfter(DataSource source, int statements, boolean unheard) {
    super(source);
    this.statements = statements;
    this.unheard = unheard;
  }

  /** The database is away in the midst of something. */
  static final class Killed extends SQLException {
    Killed() {
      super("killed", "57P01");
    }
  }

  @Override
  public Connection getConnection() throws SQLException {
    Connection connection = super.getConnection();
    return (Connection)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, args) -> {
              String name = method.getName();
              boolean counts = name.equals("prepareStatement") || name.equals("commit");
              boolean breaks = counts && begun++ == statements;
              if (breaks && !(unheard && name.equals("commit"))) {
                throw new Killed();
              }
              try {
                Object result = method.invoke(connection, args);
                if (breaks) {
                  throw new Killed();
                }
                return result;
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}
