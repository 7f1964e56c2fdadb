package org.answerable.platform.database;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;
import org.answerable.platform.AnswerableProperties;
import org.answerable.platform.Databases;
import org.answerable.platform.OwnerDatabase;
import org.answerable.platform.StartupRefused;
import org.answerable.platform.embedded.DataDirLock;
import org.answerable.platform.keys.RootKey;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** In this order: the server, the logins, the migrations and grants, the pools. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfig {
  @Bean
  DatabaseServer databaseServer(AnswerableProperties properties, RootKey root, DataDirLock held)
      throws IOException {
    return DatabaseServer.open(properties, root);
  }

  @Bean
  Pools pools(DatabaseServer server, RootKey root) throws SQLException {
    var roles = new LoginRoles(server, root);
    roles.make();
    migrate(server);
    return new Pools(server, roles);
  }

  @Bean
  Databases databases(Pools pools) {
    return new Databases(pools.sources());
  }

  @Bean
  OwnerDatabase ownerDatabase(Pools pools) {
    return new OwnerDatabase(pools.owner());
  }

  private static void migrate(DatabaseServer server) {
    try {
      Flyway.configure()
          .dataSource(server.owner())
          .locations("classpath:db/migration")
          .placeholders(Map.of("logins", LoginRoles.PREFIX))
          .load()
          .migrate();
    } catch (FlywayValidateException e) {
      throw new StartupRefused(
          "The database was made by a release that this one does not continue: run that one, or"
              + " begin with an empty database or data folder.");
    }
  }
}
