package org.answerable.platform;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.QueryTimeoutException;

/**
 * Reads that arrive together share one statement. Whoever comes while nobody reads, reads for all
 * that wait; whoever comes while somebody does, waits for the next statement. So the busier it is,
 * the fewer statements a message costs, a burst of messages does not wait for connections, and one
 * alone reads at once. It has no threads of its own, and nothing to close.
 *
 * <p>Safe for use by many threads.
 */
public final class SharedReads<K, V> {
  /** The most reads of one statement. */
  public static final int BATCH_LIMIT = 256;

  /** The longest that a caller waits. */
  public static final Duration WAIT_LIMIT = Duration.ofSeconds(10);

  /** A reader that ends wakes the next; this is for when the next has just given up. */
  private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

  private final Queue<Waiting<K, V>> queue = new ConcurrentLinkedQueue<>();
  private final Semaphore places;
  private final Function<List<K>, List<Optional<V>>> source;

  /**
   * @param statements how many run at once
   * @param source finds what is there for each key, in their order; what it throws, all callers of
   *     the batch get
   */
  public SharedReads(int statements, Function<List<K>, List<Optional<V>>> source) {
    this.places = new Semaphore(statements);
    this.source = source;
  }

  /**
   * What is there for a key.
   *
   * @throws QueryTimeoutException when it takes too long, or the thread is interrupted
   */
  public Optional<V> get(K key) {
    var waiting = new Waiting<K, V>(key, Thread.currentThread());
    queue.add(waiting);
    long deadline = System.nanoTime() + WAIT_LIMIT.toNanos();
    while (!waiting.isAnswered()) {
      if (places.tryAcquire()) {
        readNext();
      } else {
        LockSupport.parkNanos(this, LOOK_AGAIN.toNanos());
        if (System.nanoTime() > deadline || Thread.currentThread().isInterrupted()) {
          queue.remove(waiting);
          throw new QueryTimeoutException("nothing was read in time");
        }
      }
    }
    return waiting.value();
  }

  /** How many wait now for a statement that has not begun. */
  public int waiting() {
    return queue.size();
  }

  private void readNext() {
    try {
      List<Waiting<K, V>> batch = take();
      if (!batch.isEmpty()) {
        read(batch);
      }
    } finally {
      places.release();
      Waiting<K, V> next = queue.peek();
      if (next != null) {
        LockSupport.unpark(next.thread);
      }
    }
  }

  private List<Waiting<K, V>> take() {
    List<Waiting<K, V>> batch = new ArrayList<>();
    while (batch.size() < BATCH_LIMIT) {
      Waiting<K, V> waiting = queue.poll();
      if (waiting == null) {
        break;
      }
      batch.add(waiting);
    }
    return batch;
  }

  private void read(List<Waiting<K, V>> batch) {
    try {
      List<Optional<V>> found = source.apply(batch.stream().map(waiting -> waiting.key).toList());
      for (int i = 0; i < batch.size(); i++) {
        batch.get(i).answer(found.get(i), null);
      }
    } catch (RuntimeException e) {
      batch.forEach(waiting -> waiting.answer(Optional.empty(), e));
    }
  }

  private static final class Waiting<K, V> {
    private final K key;
    private final Thread thread;
    private volatile @Nullable Optional<V> found;
    private volatile @Nullable RuntimeException failure;

    Waiting(K key, Thread thread) {
      this.key = key;
      this.thread = thread;
    }

    boolean isAnswered() {
      return found != null;
    }

    void answer(Optional<V> value, @Nullable RuntimeException why) {
      failure = why;
      found = value;
      LockSupport.unpark(thread);
    }

    Optional<V> value() {
      RuntimeException why = failure;
      if (why != null) {
        throw why;
      }
      Optional<V> value = found;
      return value == null ? Optional.empty() : value;
    }
  }
}
