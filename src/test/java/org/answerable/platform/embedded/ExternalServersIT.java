package org.answerable.platform.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.answerable.testing.Apart;
import org.answerable.testing.RunningServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Servers that others run, with an owner who is no superuser. */
@Apart
class ExternalServersIT {
  @TempDir Path folder;

  @SuppressWarnings("NullAway.Init")
  PostgresServer postgres;

  @SuppressWarnings("NullAway.Init")
  RedisServer redis;

  @BeforeEach
  void startOthers() throws IOException {
    postgres = PostgresServer.start(folder.resolve("others"), "secret");
    redis = RedisServer.start(folder.resolve("others"), "secret");
    var superuser = JdbcClient.create(postgres.superuser("postgres"));
    superuser.sql("create role keeper login createrole password 'known'").update();
    superuser.sql("create database voices owner keeper").update();
  }

  @AfterEach
  void stopOthers() throws IOException {
    redis.close();
    postgres.close();
  }

  @Test
  void aMessageCanBeTakenWithoutRedisButNotWithoutTheDatabase() throws IOException {
    try (var server = RunningServer.start(folder.resolve("node"), properties("known"))) {
      assertThat(Files.exists(server.dataDir().resolve("postgres"))).isFalse();
      assertThat(Files.exists(server.dataDir().resolve("redis"))).isFalse();
      redis.close();
      assertThat(server.isHealthy()).isTrue();
      postgres.close();
      assertThat(server.isHealthy()).isFalse();
    }
  }

  @Test
  void refusesADatabaseThatIsNotThere() throws IOException {
    assertThat(refusal(properties("wrong")))
        .contains("can't be used", "answerable.database.url")
        .doesNotContain("\tat ")
        .doesNotContain("wrong");
  }

  @Test
  void refusesADatabaseThatWasMadeWithAnotherRootKey() throws IOException {
    RunningServer.start(folder.resolve("node"), properties("known")).close();
    assertThat(refusal(properties("known"))).contains("another root key").doesNotContain("\tat ");
  }

  private String refusal(Map<String, String> properties) throws IOException {
    var other = RunningServer.prepare(folder.resolve("refused"), properties);
    other.launch();
    assertThat(other.awaitExit()).isEqualTo(1);
    return other.output();
  }

  private Map<String, String> properties(String password) {
    return Map.of(
        "answerable.demo-story",
        "false",
        "answerable.database.url",
        "jdbc:postgresql://127.0.0.1:" + postgres.port() + "/voices",
        "answerable.database.username",
        "keeper",
        "answerable.database.password",
        password,
        "answerable.redis.url",
        URI.create("redis://:secret@127.0.0.1:" + redis.port()).toString());
  }
}
