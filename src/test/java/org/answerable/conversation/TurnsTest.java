package org.answerable.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.answerable.effect.NotCommitted;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class TurnsTest {
  private static final byte[] PERSON = {4, 8, 2, 1};
  private static final byte[] OTHER = {9, 3, 0, 7};
  private final Turns turns = new Turns(Duration.ofMillis(100));

  @Test
  void nobodyWaitsLongerThanTheLimitBehindOneThatHangs() throws Exception {
    var begun = new CountDownLatch(1);
    var end = new CountDownLatch(1);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<String> first = threads.submit(() -> turns.inOrder(PERSON, () -> hang(begun, end)));
      begun.await();
      assertThatThrownBy(() -> turns.inOrder(PERSON, () -> "second"))
          .isInstanceOf(NotCommitted.class);
      assertThat(turns.inOrder(OTHER, () -> "somebody else")).isEqualTo("somebody else");
      end.countDown();
      assertThat(first.get()).isEqualTo("first");
    }
    assertThat(turns.inOrder(PERSON, () -> "third")).isEqualTo("third");
  }

  private static String hang(CountDownLatch begun, CountDownLatch end) {
    begun.countDown();
    try {
      assertThat(end.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return "first";
  }
}
