package org.answerable.testing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HexFormat;
import org.answerable.platform.embedded.PostgresServer;
import org.answerable.platform.keys.RootKey;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The database of a {@link RunningServer}, as its owner sees it from outside. */
public final class OwnersView {
  private OwnersView() {}

  /**
   * @param keysDir holds the root key, of which the password is derived
   */
  public static JdbcClient of(Path dataDir, Path keysDir) throws IOException {
    int port = PostgresServer.portOf(dataDir).orElseThrow();
    var source = new PGSimpleDataSource();
    source.setUrl("jdbc:postgresql://127.0.0.1:" + port + "/answerable");
    source.setUser("answerable");
    source.setPassword(password(keysDir, "owner"));
    return JdbcClient.create(source);
  }

  /** Of a login, as the application derives it. */
  public static String password(Path keysDir, String login) throws IOException {
    return HexFormat.of()
        .formatHex(RootKey.openOrCreate(keysDir).derive("database login " + login));
  }
}
