package org.answerable.channel.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RetryAfterTest {
  private static final Instant NOW = Instant.EPOCH;
  private final RetryAfter retryAfter = new RetryAfter();

  @Test
  void oneChatWaitsAndOthersDoNot() {
    retryAfter.note(1, Duration.ofSeconds(7), NOW);
    assertThat(retryAfter.left(1, NOW.plusSeconds(2))).isEqualTo(Duration.ofSeconds(5));
    assertThat(retryAfter.left(2, NOW)).isZero();
    assertThat(retryAfter.left(1, NOW.plusSeconds(7))).isZero();
  }

  @Test
  void whenTwoChatsHaveToWaitTheBotHasTo() {
    retryAfter.note(1, Duration.ofSeconds(7), NOW);
    retryAfter.note(2, Duration.ofSeconds(3), NOW);
    assertThat(retryAfter.left(3, NOW)).isEqualTo(Duration.ofSeconds(3));
    assertThat(retryAfter.left(1, NOW)).isEqualTo(Duration.ofSeconds(7));
  }

  @Test
  void whatIsOverCountsNoMore() {
    retryAfter.note(1, Duration.ofSeconds(7), NOW);
    retryAfter.note(2, Duration.ofSeconds(7), NOW.plusSeconds(8));
    assertThat(retryAfter.left(3, NOW.plusSeconds(8))).isZero();
  }

  @Test
  void anEarlierEndDoesNotShortenALaterOne() {
    retryAfter.note(1, Duration.ofSeconds(60), NOW);
    retryAfter.note(1, Duration.ofSeconds(1), NOW);
    assertThat(retryAfter.left(1, NOW)).isEqualTo(Duration.ofSeconds(60));
  }
}
