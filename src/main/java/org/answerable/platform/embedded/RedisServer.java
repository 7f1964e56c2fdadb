package org.answerable.platform.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.answerable.platform.StartupRefused;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.exceptions.JedisException;

/**
 * Redis in memory only, on loopback, with a password. A shell waits beside it at the other end of a
 * pipe and ends it when our end closes, so that even kill -9 of the application leaves no Redis.
 */
public final class RedisServer implements AutoCloseable {
  private static final String WATCH =
      """
      trap '' INT HUP
      "$0" "$1" & redis=$!
      trap 'kill $redis; wait $redis; exit 0' TERM
      cat >/dev/null
      kill $redis
      wait $redis
      """;
  private static final int ATTEMPTS = 3;
  private static final int POLLS = 200;
  private static final int POLL_MILLIS = 25;
  private final Process watch;
  private final int port;

  private RedisServer(Process watch, int port) {
    this.watch = watch;
    this.port = port;
  }

  /**
   * Starts it on a free port.
   *
   * @param dataDir held by a {@link DataDirLock}
   * @throws StartupRefused when this machine can't run it; the message says what it lacks
   */
  public static RedisServer start(Path dataDir, String password) throws IOException {
    Path folder = Folders.ownerOnly(dataDir.resolve("redis"));
    Path binary = folder.resolve("redis-server");
    Leftovers.stop(folder, "redis-server");
    unpack(binary);
    for (int attempt = 1; ; attempt++) {
      int port = freePort();
      var server = new RedisServer(run(folder, binary, port, password), port);
      if (server.answers(password)) {
        return server;
      }
      server.close();
      if (attempt == ATTEMPTS) {
        throw new StartupRefused(why(Files.readString(folder.resolve("redis.log"))));
      }
    }
  }

  /** What to tell a person, from what the program said when it ended. */
  static List<String> why(String log) {
    String said = log.lines().reduce((first, last) -> last).orElse("it said nothing").strip();
    return List.of(
        "The embedded Redis did not start: " + said,
        said.contains("shared libraries") || said.contains("not loaded")
            ? "Install OpenSSL 3 and zstd (Debian: apt install libssl3 libzstd1), or give a Redis"
                + " with answerable.redis.url."
            : "Mend that, or give a Redis with answerable.redis.url.");
  }

  private static Process run(Path folder, Path binary, int port, String password)
      throws IOException {
    Path config = folder.resolve("redis.conf");
    Folders.writeSecret(
        config,
        """
        port %d
        bind 127.0.0.1
        requirepass %s
        save ""
        appendonly no
        maxmemory 64mb
        maxmemory-policy allkeys-lru
        """
            .formatted(port, password));
    return new ProcessBuilder("/bin/sh", "-c", WATCH, binary.toString(), config.toString())
        .directory(folder.toFile())
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("redis.log").toFile())
        .start();
  }

  private boolean answers(String password) {
    var config =
        DefaultJedisClientConfig.builder()
            .password(password)
            .timeoutMillis(500)
            .autoNegotiateProtocol(false)
            .build();
    for (int i = 0; i < POLLS && watch.isAlive(); i++) {
      try (var jedis = new Jedis(new HostAndPort("127.0.0.1", port), config)) {
        return "PONG".equals(jedis.ping());
      } catch (JedisException e) {
        pause();
      }
    }
    return false;
  }

  private static void pause() {
    try {
      Thread.sleep(POLL_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while Redis starts", e);
    }
  }

  private static void unpack(Path binary) throws IOException {
    String name = binaryName(System.getProperty("os.name"), System.getProperty("os.arch"));
    try (InputStream in = RedisServer.class.getResourceAsStream("/" + name)) {
      if (in == null) {
        throw new StartupRefused(
            "No Redis comes with this release for this machine: give one with"
                + " answerable.redis.url.");
      }
      Path fresh = binary.resolveSibling("redis-server.new");
      Files.copy(in, fresh, StandardCopyOption.REPLACE_EXISTING);
      if (!fresh.toFile().setExecutable(true, true)) {
        throw new IOException("could not make " + fresh + " executable");
      }
      Files.move(fresh, binary, StandardCopyOption.ATOMIC_MOVE);
    }
  }

  private static String binaryName(String os, String arch) {
    boolean arm = arch.equals("aarch64");
    if (os.toLowerCase(Locale.ROOT).startsWith("mac")) {
      return "redis-server-6.2.6-v5-darwin-" + (arm ? "arm64" : "amd64");
    }
    return arm ? "redis-server-6.2.7-linux-arm64" : "redis-server-6.2.6-v5-linux-amd64";
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  public int port() {
    return port;
  }

  @Override
  public void close() throws IOException {
    watch.getOutputStream().close();
    try {
      if (!watch.waitFor(5, TimeUnit.SECONDS)) {
        watch.descendants().forEach(ProcessHandle::destroyForcibly);
        watch.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
