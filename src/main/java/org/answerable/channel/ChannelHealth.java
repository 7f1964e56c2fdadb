package org.answerable.channel;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * How sends through each channel of this node went, the last good and the last bad one. In memory:
 * after a start nothing is known. Safe for use by many threads.
 */
public final class ChannelHealth {
  private final Map<String, Health> byChannel = new ConcurrentHashMap<>();

  /**
   * Of one channel.
   *
   * @param good when the provider last answered as it should
   * @param bad when it last did not
   * @param why the class of that; no words and no address
   */
  public record Health(@Nullable Instant good, @Nullable Instant bad, String why) {}

  /** Empty: nothing was sent since the start. */
  public Optional<Health> of(String channel) {
    return Optional.ofNullable(byChannel.get(channel));
  }

  void note(String channel, SendResult result, Instant now) {
    String why =
        switch (result) {
          case SendResult.Sent sent -> "";
          case SendResult.OptedOut optedOut -> "";
          case SendResult.Gone gone -> "";
          case SendResult.Retry retry -> retry.why();
          case SendResult.Uncertain uncertain -> uncertain.why();
          case SendResult.Failed failed -> failed.why();
        };
    byChannel.merge(
        channel,
        why.isEmpty() ? new Health(now, null, "") : new Health(null, now, why),
        ChannelHealth::later);
  }

  private static Health later(Health before, Health after) {
    return after.good() == null
        ? new Health(before.good(), after.bad(), after.why())
        : new Health(after.good(), before.bad(), before.why());
  }
}
