package org.answerable.delivery;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How long to wait before another try: 30 seconds, doubled each time, an hour at most. */
final class Pauses {
  /** Then about seven hours have gone, and it has failed. */
  static final int MAX_ATTEMPTS = 14;

  private static final Duration FIRST = Duration.ofSeconds(30);
  private static final Duration LONGEST = Duration.ofHours(1);

  /** A provider's wish is kept, but not beyond a day. */
  private static final Duration LONGEST_WISH = Duration.ofDays(1);

  private Pauses() {}

  /**
   * The pause after a try, or nothing when it was the last.
   *
   * @param attempts tries before this one
   * @param wish the provider's own
   */
  static Optional<Duration> after(int attempts, @Nullable Duration wish) {
    if (attempts + 1 >= MAX_ATTEMPTS) {
      return Optional.empty();
    }
    Duration ours = shorter(FIRST.multipliedBy(1L << attempts), LONGEST);
    if (wish == null || wish.compareTo(ours) <= 0) {
      return Optional.of(ours);
    }
    return Optional.of(shorter(wish, LONGEST_WISH));
  }

  private static Duration shorter(Duration a, Duration b) {
    return a.compareTo(b) <= 0 ? a : b;
  }
}
