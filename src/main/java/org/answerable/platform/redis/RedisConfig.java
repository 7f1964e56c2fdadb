package org.answerable.platform.redis;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.HexFormat;
import org.answerable.platform.AnswerableProperties;
import org.answerable.platform.StartupRefused;
import org.answerable.platform.embedded.DataDirLock;
import org.answerable.platform.embedded.RedisServer;
import org.answerable.platform.keys.RootKey;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.util.JedisURIHelper;

/** One client over a small pool. Its waits are short: whoever uses it can do without. */
@Configuration(proxyBeanMethods = false)
class RedisConfig {
  private static final Logger LOG = LoggerFactory.getLogger(RedisConfig.class);
  private static final int TIMEOUT_MILLIS = 500;
  private static final Duration POOL_WAIT = Duration.ofMillis(500);
  private static final int CONNECTIONS = 16;

  @Bean
  RedisAddress redisAddress(AnswerableProperties properties, RootKey root, DataDirLock held)
      throws IOException {
    URI url = properties.redis().url();
    if (url != null) {
      return new RedisAddress(external(url), null);
    }
    String password = HexFormat.of().formatHex(root.derive("redis password"));
    var server = RedisServer.start(properties.dataDir(), password);
    return new RedisAddress(
        URI.create("redis://:%s@127.0.0.1:%d".formatted(password, server.port())), server);
  }

  @Bean
  RedisClient redis(RedisAddress address) {
    URI url = address.url();
    var config =
        DefaultJedisClientConfig.builder()
            .user(JedisURIHelper.getUser(url))
            .password(JedisURIHelper.getPassword(url))
            .database(JedisURIHelper.getDBIndex(url))
            .ssl(JedisURIHelper.isRedisSSLScheme(url))
            .clientName("answerable")
            .timeoutMillis(TIMEOUT_MILLIS)
            .build();
    var pool = new ConnectionPoolConfig();
    pool.setMaxTotal(CONNECTIONS);
    pool.setMaxIdle(CONNECTIONS);
    pool.setMaxWait(POOL_WAIT);
    HostAndPort at = JedisURIHelper.getHostAndPort(url);
    RedisClient client =
        RedisClient.builder().hostAndPort(at).clientConfig(config).poolConfig(pool).build();
    sayWhenAway(client, at);
    return client;
  }

  private static URI external(URI url) {
    if (!JedisURIHelper.isValid(url)
        || !(JedisURIHelper.isRedisScheme(url) || JedisURIHelper.isRedisSSLScheme(url))) {
      throw new StartupRefused("answerable.redis.url: give redis://:PASSWORD@HOST:PORT");
    }
    return url;
  }

  /** No reason not to start: everything works without, only slower. */
  private static void sayWhenAway(RedisClient client, HostAndPort at) {
    try {
      client.ping();
    } catch (JedisException e) {
      LOG.warn(
          "Redis at {} does not answer ({}): starting without it",
          at,
          e.getClass().getSimpleName());
    }
  }

  /** Where Redis is, and its server when it is our own. */
  record RedisAddress(URI url, @Nullable RedisServer server) implements AutoCloseable {
    @Override
    public void close() throws IOException {
      if (server != null) {
        server.close();
      }
    }

    @Override
    public String toString() {
      return "RedisAddress[redacted]";
    }
  }
}
