package org.answerable.platform.embedded;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import javax.sql.DataSource;
import org.answerable.platform.StartupRefused;

/**
 * PostgreSQL in {@code postgres} of the data folder: durable, on loopback only, with a password
 * from its first moment. It survives the death of the application, and the next start stops it.
 */
public final class PostgresServer implements AutoCloseable {
  /** Of the binaries in pom.xml; a test compares. */
  static final String MAJOR = "18";

  static final String SUPERUSER = "postgres";

  /** A property of the virtual machine. */
  private static final String PROGRAMS = "answerable.postgres-programs";

  /** The pools of a node, the owner's, and room for a benchmark of 128 connections beside them. */
  private static final int MAX_CONNECTIONS = 170;

  /**
   * Of {@code postmaster.pid}, from 0.
   *
   * @see <a
   *     href="https://github.com/postgres/postgres/blob/REL_18_STABLE/src/include/miscadmin.h">its
   *     lines</a>
   */
  private static final int PORT_LINE = 3;

  private static final List<String> DURABLE =
      List.of("fsync", "synchronous_commit", "full_page_writes");
  private final EmbeddedPostgres server;

  private PostgresServer(EmbeddedPostgres server) {
    this.server = server;
  }

  /**
   * Starts it, and makes it first where there is none.
   *
   * @param dataDir held by a {@link DataDirLock}
   * @param password of the superuser
   * @throws StartupRefused when the folder is another version's, or it does not start
   */
  public static PostgresServer start(Path dataDir, String password) throws IOException {
    Path root = Folders.ownerOnly(dataDir);
    Path folder = root.resolve("postgres");
    Path fresh = root.resolve("postgres.new");
    Leftovers.stop(folder, "postgres", "pg_ctl");
    Leftovers.stop(fresh, "postgres", "pg_ctl", "initdb");
    Folders.delete(fresh);
    if (!Files.exists(folder)) {
      make(root, fresh, password);
      Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
      Folders.sync(root);
    }
    refuseOtherVersion(folder);
    Leftovers.dropStalePid(folder);
    var server = new PostgresServer(run(root, folder, password));
    server.refuseUnlessDurable();
    return server;
  }

  /** Where one that runs on a data folder listens; empty when none was started there. */
  public static OptionalInt portOf(Path dataDir) throws IOException {
    Path file = dataDir.resolve("postgres").resolve("postmaster.pid");
    if (!Files.exists(file)) {
      return OptionalInt.empty();
    }
    List<String> lines = Files.readAllLines(file);
    String port = lines.size() > PORT_LINE ? lines.get(PORT_LINE).strip() : "";
    return port.matches("\\d{1,5}") ? OptionalInt.of(Integer.parseInt(port)) : OptionalInt.empty();
  }

  /** Made beside and moved when it is whole: a kill in between leaves nothing half made. */
  private static void make(Path root, Path fresh, String password) throws IOException {
    Path passwordFile = root.resolve("postgres.password");
    Folders.writeSecret(passwordFile, password);
    try {
      run(root, fresh, password).close();
    } finally {
      Files.delete(passwordFile);
    }
  }

  private static EmbeddedPostgres run(Path root, Path folder, String password) throws IOException {
    Path log = root.resolve("postgres.log");
    var builder =
        EmbeddedPostgres.builder()
            .setDataDirectory(folder)
            .setOverrideWorkingDirectory(Folders.ownerOnly(programs(root)).toFile())
            .setCleanDataDirectory(false)
            .setRegisterShutdownHook(false)
            .setPGStartupWait(Duration.ofSeconds(50))
            .setOutputRedirector(Redirect.to(log.toFile()))
            .setErrorRedirector(Redirect.to(log.toFile()))
            .setConnectConfig("password", password)
            // to initdb, whose last word on authentication counts
            .setLocaleConfig("auth", "scram-sha-256")
            .setLocaleConfig("pwfile", root.resolve("postgres.password").toString())
            .setLocaleConfig("locale", "C")
            .setLocaleConfig("locale-provider", "builtin")
            .setLocaleConfig("builtin-locale", "C.UTF-8");
    configure(builder);
    try {
      return builder.start();
    } catch (IOException | IllegalStateException e) {
      throw new StartupRefused(
          List.of(
              "The embedded PostgreSQL did not start on " + folder + ": " + e.getMessage(),
              "Look into " + log + ", or give a PostgreSQL with answerable.database.url."));
    }
  }

  /**
   * The library unpacks the programs once in a process, below the first folder that it is given. A
   * process with several servers, as that of our tests, names one that outlives them.
   */
  private static Path programs(Path root) {
    String shared = System.getProperty(PROGRAMS);
    return shared == null ? root.resolve("postgres-bin") : Path.of(shared);
  }

  private static void configure(EmbeddedPostgres.Builder builder) {
    DURABLE.forEach(setting -> builder.setServerConfig(setting, "on"));
    builder
        .setServerConfig("listen_addresses", "127.0.0.1")
        .setServerConfig("unix_socket_directories", "''")
        .setServerConfig("max_connections", Integer.toString(MAX_CONNECTIONS))
        .setServerConfig("shared_buffers", "64MB")
        .setServerConfig("password_encryption", "scram-sha-256")
        // no statement and no value of a row in the log
        .setServerConfig("log_min_messages", "warning")
        .setServerConfig("log_min_error_statement", "panic")
        .setServerConfig("log_error_verbosity", "terse");
  }

  private static void refuseOtherVersion(Path folder) throws IOException {
    Path file = folder.resolve("PG_VERSION");
    String version = Files.exists(file) ? Files.readString(file).strip() : "none";
    if (!version.equals(MAJOR)) {
      throw new StartupRefused(
          List.of(
              "%s was made by PostgreSQL %s, and this release brings %s."
                  .formatted(folder, version, MAJOR),
              "Run the release that made it, or restore a backup into an empty data folder."));
    }
  }

  private void refuseUnlessDurable() throws IOException {
    try (Connection connection = superuser("postgres").getConnection();
        var statement = connection.createStatement()) {
      for (String setting : DURABLE) {
        try (var rows = statement.executeQuery("show " + setting)) {
          if (!rows.next() || !rows.getString(1).equals("on")) {
            throw new IllegalStateException(setting + " of the embedded PostgreSQL is not on");
          }
        }
      }
    } catch (SQLException | RuntimeException e) {
      server.close();
      throw new IllegalStateException("could not ask the embedded PostgreSQL how it is set", e);
    }
  }

  /** Everything may be done through this; only for making the owner and its database. */
  public DataSource superuser(String database) {
    return server.getDatabase(SUPERUSER, database);
  }

  public int port() {
    return server.getPort();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
