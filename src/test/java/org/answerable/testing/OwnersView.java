package org.answerable.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.answerable.platform.keys.RootKey;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The database of a {@link RunningServer}, as its owner sees it from outside. */
public final class OwnersView {
  private static final int PORT_LINE = 3;

  private OwnersView() {}

  /**
   * @param keysDir holds the root key, of which the password is derived
   */
  public static JdbcClient of(Path dataDir, Path keysDir) throws IOException {
    Path pid;
    try (var files = Files.walk(dataDir)) {
      pid = files.filter(file -> file.endsWith("postmaster.pid")).findFirst().orElseThrow();
    }
    int port = Integer.parseInt(Files.readAllLines(pid).get(PORT_LINE).strip());
    byte[] password = RootKey.openOrCreate(keysDir).derive("database login owner");
    var source = new PGSimpleDataSource();
    source.setUrl("jdbc:postgresql://127.0.0.1:" + port + "/answerable");
    source.setUser("answerable");
    source.setPassword(HexFormat.of().formatHex(password));
    return JdbcClient.create(source);
  }
}
