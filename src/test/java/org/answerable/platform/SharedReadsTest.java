package org.answerable.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.dao.QueryTimeoutException;

@Timeout(60)
class SharedReadsTest {
  private static final int CALLERS = 64;

  @Test
  void eachCallerGetsTheAnswerToItsOwnKey() throws Exception {
    var reads = new SharedReads<Integer, String>(2, keys -> keys.stream().map(this::odd).toList());
    try (var threads = Executors.newFixedThreadPool(CALLERS)) {
      List<Future<Optional<String>>> answers = new ArrayList<>();
      for (int key = 0; key < 100_000; key++) {
        int asked = key;
        answers.add(threads.submit(() -> reads.get(asked)));
      }
      for (int key = 0; key < answers.size(); key++) {
        assertThat(answers.get(key).get()).as("key %d", key).isEqualTo(odd(key));
      }
    }
  }

  private Optional<String> odd(int key) {
    return key % 2 == 0 ? Optional.empty() : Optional.of("value " + key);
  }

  @Test
  void oneAloneReadsAtOnce() {
    List<List<Integer>> statements = new ArrayList<>();
    var reads = new SharedReads<Integer, Integer>(1, keys -> noted(statements, keys));

    assertThat(reads.get(7)).contains(7);
    assertThat(statements).containsExactly(List.of(7));
  }

  @Test
  void thoseWhoWaitMeanwhileShareTheNextStatement() throws Exception {
    List<List<Integer>> statements = Collections.synchronizedList(new ArrayList<>());
    var reading = new CountDownLatch(1);
    var goOn = new CountDownLatch(1);
    var reads =
        new SharedReads<Integer, Integer>(
            1,
            keys -> {
              reading.countDown();
              await(goOn);
              return noted(statements, keys);
            });
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var first = threads.submit(() -> reads.get(0));
      reading.await();
      List<Future<Optional<Integer>>> others = new ArrayList<>();
      for (int key = 1; key <= 10; key++) {
        int asked = key;
        others.add(threads.submit(() -> reads.get(asked)));
      }
      while (reads.waiting() < 10) {
        Thread.onSpinWait();
      }
      goOn.countDown();
      assertThat(first.get()).contains(0);
      for (Future<Optional<Integer>> other : others) {
        assertThat(other.get()).isPresent();
      }
    }
    assertThat(statements).hasSize(2);
    assertThat(statements.getLast()).hasSize(10);
  }

  @Test
  void whatTheSourceThrowsEachOfTheBatchGetsAndTheNextReadIsTriedAnew() {
    var failing = new boolean[] {true};
    var reads =
        new SharedReads<Integer, Integer>(
            1,
            keys -> {
              if (failing[0]) {
                throw new IllegalStateException("away");
              }
              return noted(new ArrayList<>(), keys);
            });

    assertThatThrownBy(() -> reads.get(1)).hasMessage("away");
    failing[0] = false;
    assertThat(reads.get(1)).contains(1);
  }

  @Test
  void anInterruptedCallerGivesUpAndHoldsUpNobody() throws Exception {
    var reading = new CountDownLatch(1);
    var goOn = new CountDownLatch(1);
    var reads =
        new SharedReads<Integer, Integer>(
            1,
            keys -> {
              reading.countDown();
              await(goOn);
              return noted(new ArrayList<>(), keys);
            });
    try (var threads = Executors.newFixedThreadPool(3)) {
      var first = threads.submit(() -> reads.get(0));
      reading.await();
      var interrupted = new Thread[1];
      var second =
          threads.submit(
              () -> {
                interrupted[0] = Thread.currentThread();
                return reads.get(1);
              });
      while (reads.waiting() < 1) {
        Thread.onSpinWait();
      }
      interrupted[0].interrupt();
      assertThatThrownBy(second::get)
          .isInstanceOf(ExecutionException.class)
          .hasCauseInstanceOf(QueryTimeoutException.class);
      var third = threads.submit(() -> reads.get(2));
      goOn.countDown();
      assertThat(first.get()).contains(0);
      assertThat(third.get()).contains(2);
    }
  }

  private static List<Optional<Integer>> noted(List<List<Integer>> statements, List<Integer> keys) {
    statements.add(keys);
    return keys.stream().map(Optional::of).toList();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
