package org.answerable.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.answerable.platform.keys.RootKey;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * What the same PostgreSQL does at the same time of day with the least that could be durable: one
 * row, one transaction. Measured with pgbench, which PostgreSQL brings.
 *
 * @see <a href="https://www.postgresql.org/docs/18/pgbench.html">pgbench</a>
 */
final class InsertBaseline {
  private static final String DATABASE = "baseline";
  private static final Pattern TPS = Pattern.compile("(?m)^tps = ([0-9.]+)");
  private static final String TABLE =
      "create table inserted (id bigint generated always as identity primary key, words text)";
  private static final String INSERT = "insert into inserted (words) values (repeat('x', 160));\n";
  private final Path pgbench;
  private final Path script;
  private final int port;
  private final String password;

  private InsertBaseline(Path pgbench, Path script, int port, String password) {
    this.pgbench = pgbench;
    this.script = script;
    this.port = port;
    this.password = password;
  }

  /**
   * Makes a database of its own for it.
   *
   * @param dataDir of the running application
   */
  static InsertBaseline on(Path dataDir, Path scratch) throws IOException, SQLException {
    List<String> lines = Files.readAllLines(dataDir.resolve("postgres/postmaster.pid"));
    String password =
        HexFormat.of()
            .formatHex(
                RootKey.openOrCreate(dataDir.resolve("keys")).derive("database login superuser"));
    Path script = Files.writeString(scratch.resolve("insert.sql"), INSERT);
    var baseline =
        new InsertBaseline(pgbench(), script, Integer.parseInt(lines.get(3).strip()), password);
    baseline.execute("postgres", "create database " + DATABASE);
    baseline.execute(DATABASE, TABLE);
    return baseline;
  }

  /** The variables by which PostgreSQL's clients find its database. */
  Map<String, String> environment() {
    return Map.of(
        "PGHOST",
        "127.0.0.1",
        "PGPORT",
        Integer.toString(port),
        "PGUSER",
        "postgres",
        "PGPASSWORD",
        password,
        "PGDATABASE",
        DATABASE);
  }

  /** Rows a second. */
  double run(int connections, Duration time) throws IOException, InterruptedException {
    var builder =
        new ProcessBuilder(
                pgbench.toString(),
                "--client=" + connections,
                "--jobs=2",
                "--time=" + time.toSeconds(),
                "--no-vacuum",
                "--file=" + script)
            .redirectErrorStream(true);
    builder.environment().putAll(environment());
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    Matcher tps = TPS.matcher(output);
    if (process.waitFor() != 0 || !tps.find()) {
      throw new IllegalStateException("pgbench failed:\n" + output);
    }
    return Double.parseDouble(tps.group(1));
  }

  /** How many messages the application has committed. */
  long committedMessages() throws SQLException {
    try (Connection connection = source("answerable").getConnection();
        var statement = connection.createStatement();
        var rows = statement.executeQuery("select count(*) from conversation.message")) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private void execute(String database, String sql) throws SQLException {
    try (Connection connection = source(database).getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private PGSimpleDataSource source(String database) {
    var source = new PGSimpleDataSource();
    source.setServerNames(new String[] {"127.0.0.1"});
    source.setPortNumbers(new int[] {port});
    source.setDatabaseName(database);
    source.setUser("postgres");
    source.setPassword(password);
    return source;
  }

  private static Path pgbench() throws IOException {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return Stream.concat(Arrays.stream(path.split(":", -1)).map(Path::of), versions().stream())
        .map(folder -> folder.resolve("pgbench"))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "pgbench is not installed; Debian has it in postgresql-contrib"));
  }

  /** Where Debian puts it. */
  private static List<Path> versions() throws IOException {
    Path folder = Path.of("/usr/lib/postgresql");
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> versions = Files.list(folder)) {
      return versions.map(version -> version.resolve("bin")).toList();
    }
  }
}
