package org.answerable.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.answerable.testing.StandInTelegram;

/**
 * A bot that others' library runs, on the PostgreSQL and the Redis of the running application:
 * {@code src/test/node/grammy}.
 *
 * @see <a href="https://grammy.dev">grammY</a>
 */
final class GrammyBot implements AutoCloseable {
  private static final Path FOLDER = Path.of("target", "grammy");
  private final Process process;
  private final int port;

  private GrammyBot(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /**
   * @param dataDir of the running application
   */
  static GrammyBot start(Path dataDir, InsertBaseline baseline) throws IOException {
    if (!Files.isDirectory(FOLDER.resolve("node_modules"))) {
      throw new IllegalStateException(
          "first run: cp -r src/test/node/grammy target/ && npm ci --prefix target/grammy");
    }
    var builder =
        new ProcessBuilder("node", FOLDER.resolve("bot.js").toString())
            .redirectError(Redirect.INHERIT);
    builder.environment().putAll(baseline.environment());
    builder.environment().put("SECRET", StandInTelegram.SECRET);
    builder.environment().put("REDIS", redis(dataDir));
    Process process = builder.start();
    String port = new BufferedReader(process.inputReader(StandardCharsets.UTF_8)).readLine();
    if (port == null) {
      throw new IllegalStateException("the other bot did not start: what it says stands above");
    }
    return new GrammyBot(process, Integer.parseInt(port));
  }

  URI webhook() {
    return URI.create("http://127.0.0.1:" + port + "/");
  }

  private static String redis(Path dataDir) throws IOException {
    var settings = new Properties();
    try (var config = Files.newBufferedReader(dataDir.resolve("redis/redis.conf"))) {
      settings.load(config);
    }
    return "redis://:%s@127.0.0.1:%s"
        .formatted(settings.getProperty("requirepass"), settings.getProperty("port"));
  }

  @Override
  public void close() {
    process.destroy();
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new IOException(e));
    }
  }
}
