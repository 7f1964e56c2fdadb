package org.answerable.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Texts from a number of connections for some time, each connection sending the next text when the
 * last was answered. A 503 is repeated, as providers do, and counted; any other answer ends
 * everything: a figure with errors in it is none.
 */
final class TextLoad {
  /** Of Twilio, at most. */
  private static final int REPEATS = 5;

  private final URI webhook;
  private final Provider provider;
  private final Texts texts;
  private final AtomicInteger repeated = new AtomicInteger();

  TextLoad(URI webhook, Provider provider, Texts texts) {
    this.webhook = webhook;
    this.provider = provider;
    this.texts = texts;
  }

  /** How often a text was answered with 503 so far. */
  int repeated() {
    return repeated.get();
  }

  Result run(int connections, Duration time) throws IOException, InterruptedException {
    var ready = new CountDownLatch(connections);
    List<Future<long[]>> running = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(connections)) {
      long begun = System.nanoTime();
      for (int i = 0; i < connections; i++) {
        running.add(threads.submit(() -> send(time, ready)));
      }
      List<long[]> taken = new ArrayList<>();
      for (Future<long[]> one : running) {
        taken.add(one.get());
      }
      return new Result(sorted(taken), System.nanoTime() - begun);
    } catch (ExecutionException e) {
      throw new IllegalStateException("a text was not answered", e.getCause());
    }
  }

  /** The nanoseconds that each text took. */
  private long[] send(Duration time, CountDownLatch ready) throws InterruptedException {
    long[] taken = new long[4096];
    int count = 0;
    try (var connection = new WebhookConnection(webhook)) {
      ready.countDown();
      ready.await();
      long end = System.nanoTime() + time.toNanos();
      for (long before = System.nanoTime(); before < end; ) {
        send(connection);
        long after = System.nanoTime();
        if (count == taken.length) {
          taken = Arrays.copyOf(taken, 2 * count);
        }
        taken[count++] = after - before;
        before = after;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Arrays.copyOf(taken, count);
  }

  private void send(WebhookConnection connection) throws IOException {
    Provider.Post post = provider.post(texts.next());
    WebhookConnection.Answer answer = connection.post(post);
    for (int again = 0; answer.status() == 503 && again < REPEATS; again++) {
      repeated.incrementAndGet();
      answer = connection.post(post);
    }
    if (answer.status() != 200 || !answer.body().contains(provider.replied())) {
      throw new IllegalStateException("HTTP %d %s".formatted(answer.status(), answer.body()));
    }
  }

  private static long[] sorted(List<long[]> all) {
    return all.stream().flatMapToLong(Arrays::stream).sorted().toArray();
  }

  /**
   * @param nanos of each text, the shortest first
   */
  record Result(long[] nanos, long wallNanos) {
    int texts() {
      return nanos.length;
    }

    double perSecond() {
      return nanos.length * 1e9 / wallNanos;
    }

    /** The time within which a share of the texts was answered. */
    double millis(double share) {
      int index = (int) Math.ceil(share * nanos.length) - 1;
      return nanos[Math.max(index, 0)] / 1e6;
    }
  }
}
