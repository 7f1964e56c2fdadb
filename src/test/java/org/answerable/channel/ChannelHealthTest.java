package org.answerable.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChannelHealthTest {
  private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");
  private static final OutgoingMessage TEXT =
      new OutgoingMessage(new Address("line", "+99955501234"), "Please look.");
  private final ChannelHealth health = new ChannelHealth();
  private final Channels channels =
      new Channels(List.of(new WatchedChannel(new Refusing(), health, () -> NOW)));

  /** Every leader sees the operations page, and an alarm leaves seconds after somebody confided. */
  @Test
  void anAlarmThatFailsIsSeenNowhere() {
    assertThat(channels.unwatched("line").orElseThrow().send(TEXT))
        .isInstanceOf(SendResult.Failed.class);
    assertThat(health.of("line")).isEmpty();
    channels.find("line").orElseThrow().send(TEXT);
    assertThat(health.of("line").orElseThrow().bad()).isEqualTo(NOW);
  }

  private static final class Refusing implements Channel {
    @Override
    public String id() {
      return "line";
    }

    @Override
    public String organisation() {
      return "baraza-letu";
    }

    @Override
    public SendResult send(OutgoingMessage message) {
      return new SendResult.Failed("HTTP 400");
    }
  }
}
