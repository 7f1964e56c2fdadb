package org.answerable;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.answerable.testing.Apart;
import org.answerable.testing.DemoLine;
import org.answerable.testing.OwnersView;
import org.answerable.testing.RawConnection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Odd and forged texts at the SMS webhook of the whole application, and through it at the
 * conversation: nothing breaks, and nothing is taken that Twilio did not sign. More of them with
 * {@code -Dfuzz.fuzzed=1000000 -Dfuzz.forged=100000}; docs/quality.md.
 */
@Apart
class FuzzIT {
  private static final long FUZZED = Long.getLong("fuzz.fuzzed", 4_000);
  private static final long FORGED = Long.getLong("fuzz.forged", 1_000);
  private static final long SMALL = 10_000;
  private static final int CONNECTIONS = 8;

  /** Whatever the size: past it something hangs. */
  private static final Duration LIMIT = Duration.ofMinutes(60);

  private static final int PROGRESS = 50_000;
  private static final int TAKEN = 200;
  private final long seed = new Random().nextLong();
  private final Map<Integer, AtomicLong> statuses = new ConcurrentSkipListMap<>();
  private final AtomicLong next = new AtomicLong();

  @Test
  void nothingBreaksAndNothingForgedIsTaken(@TempDir Path folder) throws Exception {
    try (var line = new DemoLine(folder, Map.of())) {
      if (FUZZED > SMALL) {
        line.server().jvm(List.of("-Xmx768m")); // it runs long enough to be compiled
      }
      line.server().start();
      long begun = System.nanoTime();
      send(line, FUZZED, false);
      Map<Integer, AtomicLong> fuzzed = new TreeMap<>(statuses);
      statuses.clear();
      long before = messages(line);
      send(line, FORGED, true);
      Duration took = Duration.ofNanos(System.nanoTime() - begun);

      assertThat(statuses.keySet()).as("forged, seed %d", seed).containsExactly(403);
      assertThat(messages(line)).as("forged, seed %d", seed).isEqualTo(before);
      assertThat(fuzzed).as("some are rightly signed, and odd").containsKeys(TAKEN, 400, 403);
      assertThat(line.server().output()).doesNotContain("ERROR").doesNotContain("\tat ");
      System.out.printf(
          "%d fuzzed webhooks: %s; %d forged: %s; %d messages taken; %d s; seed %d%n",
          FUZZED, fuzzed, FORGED, statuses, before, took.toSeconds(), seed);
    }
  }

  private void send(DemoLine line, long count, boolean forged) throws Exception {
    next.set(0);
    long deadline = System.nanoTime() + LIMIT.toNanos();
    try (var threads = Executors.newFixedThreadPool(CONNECTIONS)) {
      List<Future<?>> workers = new ArrayList<>();
      for (int worker = 0; worker < CONNECTIONS; worker++) {
        long own = seed + worker;
        workers.add(
            threads.submit(
                () -> {
                  send(line, own, count, forged, deadline);
                  return null;
                }));
      }
      for (Future<?> worker : workers) {
        worker.get();
      }
    }
  }

  private void send(DemoLine line, long own, long count, boolean forged, long deadline)
      throws Exception {
    URI url = line.server().url("/");
    String publicUrl = line.server().url("").toString();
    var texts = new FuzzedTexts(own, publicUrl, url.getAuthority(), DemoLine.CHANNEL);
    try (var connection = new RawConnection(url)) {
      for (long number = next.getAndIncrement(); number < count; number = next.getAndIncrement()) {
        FuzzedTexts.Webhook webhook =
            forged ? texts.forged(Long.MAX_VALUE - number) : texts.fuzzed(number);
        int status = connection.status(webhook.request());
        boolean told = webhook.proven() || status < 200 || status > 299;
        assertThat(told && status < 500).as("%d to %s, seed %d", status, webhook, own).isTrue();
        statuses.computeIfAbsent(status, unknown -> new AtomicLong()).incrementAndGet();
        assertThat(System.nanoTime()).as("still going").isLessThan(deadline);
        if (number % PROGRESS == PROGRESS - 1) {
          System.out.printf("%,d %s%n", number + 1, forged ? "forged" : "fuzzed");
        }
      }
    }
  }

  private static long messages(DemoLine line) throws Exception {
    Path data = line.server().dataDir();
    return OwnersView.of(data, data.resolve("keys"))
        .sql("select count(*) from conversation.message")
        .query(Long.class)
        .single();
  }
}
