package org.answerable.leader;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Growing pauses for whoever guesses. A key names who is slowed down: a source, a name tried from a
 * source, or a known device. Never a name alone: nobody can shut somebody else out.
 *
 * <p>In this node's memory and bounded; an attempt counts before its password is compared, so that
 * many at once gain nothing.
 */
final class Throttle {
  static final int MAX_KEYS = 20_000;
  static final Duration MAX_PAUSE = Duration.ofMinutes(15);

  /** An hour without an attempt, and all is forgotten. */
  static final Duration MEMORY = Duration.ofHours(1);

  private static final int MAX_DOUBLINGS = 12;

  /**
   * Who is counted.
   *
   * @param free attempts before the first pause
   */
  record Key(String of, int free) {
    @Override
    public String toString() {
      return "Key[redacted]";
    }
  }

  private record Attempts(int count, Instant last) {}

  private final Map<String, Attempts> attempts =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Attempts> eldest) {
          return size() > MAX_KEYS;
        }
      };

  /** How long to wait still. Zero: go on; the attempt is counted already. */
  synchronized Duration begin(List<Key> keys, Instant now) {
    var wait = Duration.ZERO;
    for (var key : keys) {
      var left = Duration.between(now, open(key, now));
      wait = left.compareTo(wait) > 0 ? left : wait;
    }
    if (wait.isZero()) {
      keys.forEach(key -> attempts.put(key.of, new Attempts(count(key, now) + 1, now)));
    }
    return wait;
  }

  /** The attempt was right: it was nobody who guesses. */
  synchronized void succeeded(List<Key> keys) {
    keys.forEach(
        key ->
            attempts.computeIfPresent(
                key.of, (of, had) -> had.count > key.free ? lessOne(had) : null));
  }

  synchronized int size() {
    return attempts.size();
  }

  private static Attempts lessOne(Attempts had) {
    return new Attempts(had.count - 1, had.last);
  }

  private Instant open(Key key, Instant now) {
    int tooMany = count(key, now) - key.free;
    var had = attempts.get(key.of);
    if (tooMany < 0 || had == null) {
      return now;
    }
    var pause = Duration.ofSeconds(1L << Math.min(tooMany, MAX_DOUBLINGS));
    return had.last.plus(pause.compareTo(MAX_PAUSE) > 0 ? MAX_PAUSE : pause);
  }

  private int count(Key key, Instant now) {
    var had = attempts.get(key.of);
    return had == null || had.last.plus(MEMORY).isBefore(now) ? 0 : had.count;
  }
}
