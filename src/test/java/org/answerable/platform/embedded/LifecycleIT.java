package org.answerable.platform.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.answerable.testing.Apart;
import org.answerable.testing.RunningServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The servers live and die with the application, in a process of its own; on a machine whose own
 * language writes other digits, as one in Cairo.
 */
@Apart
class LifecycleIT {
  private static final Map<String, String> NO_STORY = Map.of("answerable.demo-story", "false");

  @TempDir static Path folder;

  @SuppressWarnings("NullAway.Init")
  static RunningServer server;

  @BeforeAll
  static void prepare() throws IOException {
    server =
        RunningServer.prepare(folder.resolve("data"), NO_STORY)
            .environment("JAVA_TOOL_OPTIONS", "-Duser.language=ar -Duser.country=EG");
  }

  @BeforeEach
  void start() throws IOException {
    if (!server.isHealthy()) {
      server.start();
    }
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void isHealthyAfterKillOfTheApplicationAlone() throws IOException {
    server.kill();
    assertThat(server.leftovers()).as("PostgreSQL lives on").isNotEmpty();
    server.start();
    assertThat(server.leftovers().stream().filter(this::isPostmaster)).hasSize(1);
  }

  @Test
  void isHealthyAfterKillOfEverything() throws IOException {
    server.killEverything();
    server.start();
    assertThat(server.isHealthy()).isTrue();
  }

  @Test
  void isHealthyWhenAPidFileNamesALivingStranger() throws IOException {
    server.killEverything();
    Path file = server.dataDir().resolve("postgres/postmaster.pid");
    List<String> lines = Files.readAllLines(file);
    lines.set(0, Long.toString(ProcessHandle.current().pid()));
    Files.write(file, lines);
    server.start();
    assertThat(server.isHealthy()).isTrue();
  }

  @Test
  void isHealthyAfterAKillInTheMiddleOfTheFirstStart() throws IOException {
    var other =
        RunningServer.prepare(folder.resolve("other"), NO_STORY)
            .jvm(List.of("-Xmx512m")); // as anybody starts it: it unpacks its programs, too
    other.launch();
    await()
        .atMost(Duration.ofMinutes(1))
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(2))
        .until(() -> Files.exists(other.dataDir().resolve("postgres.new/global")));
    other.kill();
    other.start();
    assertThat(other.isHealthy()).isTrue();
    other.close();
  }

  @Test
  void sigtermLeavesNothingRunning() {
    server.terminate();
    assertThat(server.leftovers()).isEmpty();
    assertThat(server.isHealthy()).isFalse();
  }

  @Test
  void refusesASecondInstanceOnTheSameFolder() throws IOException {
    var second = RunningServer.prepare(server.dataDir(), NO_STORY);
    second.launch();
    assertThat(second.awaitExit()).isEqualTo(1);
    assertThat(server.output())
        .contains("Another instance is running on the data folder")
        .doesNotContain("\tat ")
        .doesNotContain("Exception");
    assertThat(server.isHealthy()).isTrue();
  }

  @Test
  void listensOnLoopbackOnlyAndTrustsNobody() throws IOException {
    int port = postgresPort();
    for (String password : List.of("", "wrong", "postgres")) {
      assertThatThrownBy(() -> connect(port, password))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("password");
    }
    assertThat(Files.readString(server.dataDir().resolve("postgres/pg_hba.conf")).lines())
        .filteredOn(line -> !line.isBlank() && !line.startsWith("#"))
        .isNotEmpty()
        .allMatch(line -> line.endsWith("scram-sha-256"));
    assertThat(Files.getPosixFilePermissions(server.dataDir().resolve("postgres")))
        .hasToString("[OWNER_READ, OWNER_WRITE, OWNER_EXECUTE]");
  }

  private static void connect(int port, String password) throws SQLException {
    String url = "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    DriverManager.getConnection(url, "postgres", password).close();
  }

  private static int postgresPort() throws IOException {
    Path file = server.dataDir().resolve("postgres/postmaster.pid");
    return Integer.parseInt(Files.readAllLines(file).get(3).strip());
  }

  /** The one that started the others. */
  private boolean isPostmaster(ProcessHandle process) {
    return isPostgres(process) && process.parent().filter(LifecycleIT::isPostgres).isEmpty();
  }

  private static boolean isPostgres(ProcessHandle process) {
    return process.info().command().orElse("").endsWith("/postgres");
  }
}
