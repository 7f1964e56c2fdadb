package org.answerable.platform.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RedisServerTest {
  @Test
  void namesThePackagesWhenALibraryIsMissing() {
    String said =
        "redis-server: error while loading shared libraries: libssl.so.3: cannot open shared object"
            + " file: No such file or directory\n";
    assertThat(String.join("\n", RedisServer.why(said)))
        .contains("libssl.so.3", "apt install", "answerable.redis.url");
  }

  @Test
  void repeatsTheLastWordOfAnyOtherEnd() {
    assertThat(RedisServer.why("one\nCan't open the log file\n").getFirst())
        .endsWith("Can't open the log file");
    assertThat(RedisServer.why("").getFirst()).endsWith("it said nothing");
  }
}
