package org.answerable.responselog.web;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/**
 * Slows down guessing of receipts: so many tries a minute from one source. Sources are held in
 * memory only, and forgotten with the minute.
 */
final class Guesses {
  private static final int SOURCES = 10_000;
  private static final long MINUTE_MILLIS = 60_000;
  private final int perMinute;
  private final InstantSource clock;
  private final Map<String, Integer> tries = new HashMap<>();
  private long minute;

  Guesses(int perMinute, InstantSource clock) {
    this.perMinute = perMinute;
    this.clock = clock;
  }

  /** Whether this source may try once more now. */
  synchronized boolean allows(String source) {
    long now = clock.millis() / MINUTE_MILLIS;
    if (now != minute || tries.size() >= SOURCES) {
      tries.clear();
      minute = now;
    }
    return tries.merge(source, 1, Integer::sum) <= perMinute;
  }
}
