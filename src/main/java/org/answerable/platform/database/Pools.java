package org.answerable.platform.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.EnumMap;
import java.util.Map;
import javax.sql.DataSource;
import org.answerable.platform.Login;
import org.postgresql.ds.PGSimpleDataSource;

/** A small pool for each login; they close before the server does. */
final class Pools implements AutoCloseable {
  /** Longer than this nobody waits for the database: a provider repeats what got a 503. */
  private static final int CONNECT_MILLIS = 2_000;

  private static final int VALIDATE_MILLIS = 1_000;

  /** A network that swallows everything ends a wait, too; above the statement's own limit. */
  private static final int SOCKET_SECONDS = 20;

  private static final String LIMITS =
      "set statement_timeout = '15s'; set lock_timeout = '5s';"
          + " set idle_in_transaction_session_timeout = '30s'";

  /** Changes of epochs come seldom, and one at a time. */
  private static final int OWNERS_CONNECTIONS = 2;

  private final Map<Login, HikariDataSource> pools = new EnumMap<>(Login.class);
  private final HikariDataSource owner;

  Pools(DatabaseServer server, LoginRoles roles) {
    for (Login login : Login.values()) {
      var source = server.as(LoginRoles.name(login), roles.password(login));
      pools.put(login, open(login.word(), source, login.connections(), planning(login)));
    }
    owner = open("owner", server.owner(), OWNERS_CONNECTIONS, "");
  }

  Map<Login, DataSource> sources() {
    return new EnumMap<>(pools);
  }

  DataSource owner() {
    return owner;
  }

  private static HikariDataSource open(
      String name, PGSimpleDataSource source, int connections, String planning) {
    source.setApplicationName("answerable " + name);
    source.setSocketTimeout(SOCKET_SECONDS);
    var config = new HikariConfig();
    config.setPoolName(name);
    config.setDataSource(source);
    config.setMaximumPoolSize(connections);
    config.setMinimumIdle(1);
    config.setConnectionTimeout(CONNECT_MILLIS);
    config.setValidationTimeout(VALIDATE_MILLIS);
    config.setConnectionInitSql(LIMITS + planning);
    return new HikariDataSource(config);
  }

  /**
   * What arrives and the log join a batch of keys with tables that grow quickly. A plan stays in
   * use from when they were small, and would read them whole for every batch until PostgreSQL has
   * counted them anew.
   */
  private static String planning(Login login) {
    return switch (login) {
      case INTAKE -> "; set enable_seqscan = off";
      case LOG ->
          "; set enable_seqscan = off; set enable_hashjoin = off; set enable_mergejoin = off";
      case DELIVERY, READER, INBOX, PUBLIC, FOCAL, POLL, SCHEDULER -> "";
    };
  }

  @Override
  public void close() {
    pools.values().forEach(HikariDataSource::close);
    owner.close();
  }
}
