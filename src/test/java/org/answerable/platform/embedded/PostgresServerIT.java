package org.answerable.platform.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.answerable.platform.StartupRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class PostgresServerIT {
  @TempDir Path folder;

  @Test
  void isDurableAndOfTheVersionThatItSays() throws IOException {
    try (var server = PostgresServer.start(folder, "secret")) {
      var client = JdbcClient.create(server.superuser("postgres"));
      for (String setting : new String[] {"fsync", "synchronous_commit", "full_page_writes"}) {
        assertThat(client.sql("show " + setting).query(String.class).single()).isEqualTo("on");
      }
      assertThat(client.sql("show server_version").query(String.class).single())
          .startsWith(PostgresServer.MAJOR + ".");
      assertThat(client.sql("show listen_addresses").query(String.class).single())
          .isEqualTo("127.0.0.1");
    }
  }

  @Test
  void neverRunsOnAnotherVersionsFolder() throws IOException {
    Path data = Files.createDirectories(folder.resolve("postgres"));
    Files.writeString(data.resolve("PG_VERSION"), "17\n");
    assertThatThrownBy(() -> PostgresServer.start(folder, "secret"))
        .isInstanceOf(StartupRefused.class)
        .hasMessageContaining("made by PostgreSQL 17, and this release brings 18");
    assertThat(data.resolve("PG_VERSION")).hasContent("17");
  }
}
