package org.answerable.platform;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The database as its owner sees it, whole. For what has to cross all modules, and for nothing
 * else: the change of an epoch.
 */
public final class OwnerDatabase {
  private final DataSource source;

  public OwnerDatabase(DataSource source) {
    this.source = source;
  }

  /** For single statements. */
  public JdbcClient client() {
    return JdbcClient.create(source);
  }

  /** Several statements that hold together. */
  public <T> T inTransaction(Databases.Work<T> work) throws SQLException {
    return Databases.inTransaction(source, work);
  }
}
