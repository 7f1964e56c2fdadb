package org.answerable.conversation.redis;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.answerable.conversation.SealedSession;
import org.answerable.conversation.SessionCache;
import org.answerable.conversation.decision.ConversationLimits;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.params.SetParams;

/** Sessions in Redis, sealed as they are in PostgreSQL. */
@Component
final class RedisSessionCache implements SessionCache {
  private static final Logger LOG = LoggerFactory.getLogger(RedisSessionCache.class);
  private static final int HEAD_BYTES = Long.BYTES;
  private static final SetParams KEEP =
      SetParams.setParams().ex(ConversationLimits.CACHED_FOR.toSeconds());
  private final RedisClient redis;
  private volatile boolean away;

  RedisSessionCache(RedisClient redis) {
    this.redis = redis;
  }

  @Override
  public Optional<SealedSession> find(String organisation, UUID who) {
    try {
      byte[] value = redis.get(key(organisation, who));
      back();
      return value == null || value.length < HEAD_BYTES ? Optional.empty() : Optional.of(of(value));
    } catch (JedisException e) {
      gone(e);
      return Optional.empty();
    }
  }

  @Override
  public void put(String organisation, UUID who, SealedSession session) {
    byte[] value =
        ByteBuffer.allocate(HEAD_BYTES + session.state().length)
            .putLong(session.turn())
            .put(session.state())
            .array();
    try {
      redis.set(key(organisation, who), value, KEEP);
    } catch (JedisException e) {
      gone(e);
    }
  }

  @Override
  public void evict(String organisation, UUID who) {
    try {
      redis.del(key(organisation, who));
    } catch (JedisException e) {
      gone(e);
    }
  }

  private static SealedSession of(byte[] value) {
    return new SealedSession(
        ByteBuffer.wrap(value).getLong(), Arrays.copyOfRange(value, HEAD_BYTES, value.length));
  }

  /** The braces keep a person's keys on one node of a Redis Cluster. */
  private static byte[] key(String organisation, UUID who) {
    return ("session:{" + organisation + "/" + who + "}").getBytes(StandardCharsets.UTF_8);
  }

  private void gone(JedisException e) {
    if (!away) {
      away = true;
      LOG.warn("Redis is away ({}); sessions come from PostgreSQL", e.getClass().getSimpleName());
    }
  }

  private void back() {
    if (away) {
      away = false;
      LOG.info("Redis is back");
    }
  }
}
