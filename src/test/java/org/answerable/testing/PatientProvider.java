package org.answerable.testing;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Delivers each text five times at once, as a provider at its worst does, and each of the five
 * again until it is taken. All that are taken must get the same reply.
 */
public final class PatientProvider {
  private static final int AT_ONCE = 5;
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Duration PAUSE = Duration.ofMillis(200);
  private final DemoLine line;
  private final Set<String> underWay = ConcurrentHashMap.newKeySet();
  private final Map<String, Text> texts = new ConcurrentHashMap<>();
  private final Map<String, String> replies = new ConcurrentSkipListMap<>();

  public PatientProvider(DemoLine line) {
    this.line = line;
  }

  private record Text(String id, String from, String body) {}

  /** Returns when all five deliveries were taken. */
  public void deliver(String id, String from, String body) throws Exception {
    var text = new Text(id, from, body);
    underWay.add(id);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<String> once = () -> untilTaken(text);
      var given = new ArrayList<String>();
      for (Future<String> one : threads.invokeAll(Collections.nCopies(AT_ONCE, once))) {
        given.add(one.get());
      }
      if (given.stream().distinct().count() != 1) {
        throw new AssertionError("one text got different replies: " + given);
      }
      texts.put(id, text);
      replies.put(id, given.getFirst());
    } finally {
      underWay.remove(id);
    }
  }

  /** Returns when whatever is being delivered now was taken, or given up. */
  public void awaitUnderWay() throws InterruptedException {
    Set<String> now = Set.copyOf(underWay);
    while (now.stream().anyMatch(underWay::contains)) {
      Thread.sleep(PAUSE);
    }
  }

  /** How many texts were taken. */
  public int taken() {
    return replies.size();
  }

  public void awaitTaken(int count) throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (taken() < count) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("only %d of %d texts were taken".formatted(taken(), count));
      }
      Thread.sleep(10);
    }
  }

  /** The reply that each text got, by its id. */
  public Map<String, String> replies() {
    return new TreeMap<>(replies);
  }

  /** What each of these gets that is delivered once more. */
  public Map<String, String> repliesOfRepeats(Set<String> ids) throws Exception {
    var again = new HashMap<String, String>();
    for (Text text : List.copyOf(texts.values())) {
      if (ids.contains(text.id)) {
        again.put(text.id, untilTaken(text));
      }
    }
    return again;
  }

  private String untilTaken(Text text) throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < deadline) {
      try {
        HttpResponse<String> answer = line.deliver(text.id, text.from, text.body);
        if (answer.statusCode() == 200) {
          return answer.body();
        }
      } catch (IOException e) {
        // it was killed just now
      }
      Thread.sleep(PAUSE);
    }
    throw new AssertionError("a text was not taken within " + PATIENCE);
  }
}
