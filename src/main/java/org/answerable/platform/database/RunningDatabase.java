package org.answerable.platform.database;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import javax.sql.DataSource;
import org.answerable.platform.AnswerableProperties;
import org.answerable.platform.Databases;
import org.answerable.platform.Login;
import org.answerable.platform.OwnerDatabase;
import org.answerable.platform.keys.RootKey;

/**
 * The database of an instance that runs, for commands: each statement has a connection of its own.
 */
public final class RunningDatabase {
  private final DatabaseServer server;
  private final LoginRoles roles;

  private RunningDatabase(DatabaseServer server, LoginRoles roles) {
    this.server = server;
    this.roles = roles;
  }

  /**
   * Joins it.
   *
   * @throws org.answerable.platform.StartupRefused when none runs
   */
  public static RunningDatabase join(AnswerableProperties properties, RootKey root)
      throws IOException {
    DatabaseServer server = DatabaseServer.join(properties, root);
    return new RunningDatabase(server, new LoginRoles(server, root));
  }

  public OwnerDatabase owner() {
    return new OwnerDatabase(server.owner());
  }

  public Databases databases() {
    Map<Login, DataSource> sources = new EnumMap<>(Login.class);
    for (Login login : Login.values()) {
      sources.put(login, server.as(LoginRoles.name(login), roles.password(login)));
    }
    return new Databases(sources);
  }
}
