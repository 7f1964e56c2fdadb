package org.answerable.conversation;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.answerable.effect.NotCommitted;

/**
 * One message of a person at a time on this node. Across nodes the commit decides; here it only
 * spares the work of being overtaken. People share locks, so that nothing grows with their number.
 */
final class Turns {
  private static final int STRIPES = 8192;
  private final ReentrantLock[] stripes = new ReentrantLock[STRIPES];
  private final Duration wait;

  /**
   * @param wait the longest that a message waits for those before it
   */
  Turns(Duration wait) {
    this.wait = wait;
    Arrays.setAll(stripes, i -> new ReentrantLock(true));
  }

  /**
   * @throws NotCommitted when those before it take too long, as when the database hangs
   */
  <T> T inOrder(byte[] lookup, Supplier<T> work) {
    ReentrantLock stripe = stripes[Math.floorMod(Arrays.hashCode(lookup), STRIPES)];
    enter(stripe);
    try {
      return work.get();
    } finally {
      stripe.unlock();
    }
  }

  private void enter(ReentrantLock stripe) {
    try {
      if (!stripe.tryLock(wait.toNanos(), TimeUnit.NANOSECONDS)) {
        throw new NotCommitted("no turn within " + wait);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new NotCommitted("interrupted", e);
    }
  }
}
