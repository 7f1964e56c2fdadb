package org.answerable.conversation;

import java.util.Arrays;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * One message of a person at a time on this node. Across nodes the commit decides; here it only
 * spares the work of being overtaken. People share locks, so that nothing grows with their number.
 */
final class Turns {
  private static final int STRIPES = 8192;
  private final ReentrantLock[] stripes = new ReentrantLock[STRIPES];

  Turns() {
    Arrays.setAll(stripes, i -> new ReentrantLock(true));
  }

  <T> T inOrder(byte[] lookup, Supplier<T> work) {
    ReentrantLock stripe = stripes[Math.floorMod(Arrays.hashCode(lookup), STRIPES)];
    stripe.lock();
    try {
      return work.get();
    } finally {
      stripe.unlock();
    }
  }
}
