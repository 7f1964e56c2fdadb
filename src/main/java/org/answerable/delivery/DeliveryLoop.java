package org.answerable.delivery;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Works through the outbox as long as the application runs, several messages at once. */
public final class DeliveryLoop implements SmartLifecycle {
  /** The most messages of this node that are on their way at once. */
  static final int MAX_AT_ONCE = 8;

  private static final Logger LOG = LoggerFactory.getLogger(DeliveryLoop.class);
  private static final Duration POLL = Duration.ofSeconds(1);
  private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(5);
  private static final long LAST_SENDS_SECONDS = 20;
  private final Delivery delivery;
  private final Semaphore free = new Semaphore(MAX_AT_ONCE);
  private final Semaphore stopping = new Semaphore(0);
  private volatile @Nullable Thread worker;

  public DeliveryLoop(Delivery delivery) {
    this.delivery = delivery;
  }

  @Override
  public void start() {
    Thread thread = Thread.ofVirtual().name("delivery").unstarted(this::run);
    worker = thread; // before it starts, because it looks there whether it may go on
    thread.start();
  }

  @Override
  public boolean isRunning() {
    return worker != null;
  }

  /** Waits for what is on its way, so that a stop leaves nothing uncertain. */
  @Override
  public void stop() {
    Thread running = worker;
    worker = null;
    if (running == null) {
      return;
    }
    stopping.release(); // rather than an interrupt, which would close the database's connection
    try {
      running.join(Duration.ofSeconds(LAST_SENDS_SECONDS));
      if (free.tryAcquire(MAX_AT_ONCE, LAST_SENDS_SECONDS, TimeUnit.SECONDS)) {
        free.release(MAX_AT_ONCE);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    boolean failing = false;
    try {
      while (Thread.currentThread() == worker) {
        Duration pause;
        try {
          pause = round() ? Duration.ZERO : POLL;
          failing = false;
        } catch (SQLException | RuntimeException e) {
          pause = PAUSE_AFTER_FAILURE;
          if (!failing) {
            LOG.warn("the outbox cannot be read: {}", e.getClass().getSimpleName());
          }
          failing = true;
        }
        stopping.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Leases no more than can be sent at once, so that no lease ends in a queue. */
  private boolean round() throws SQLException, InterruptedException {
    free.acquire();
    int places = 1 + free.drainPermits();
    List<Leased> leased = List.of();
    try {
      leased = delivery.lease(places);
    } finally {
      free.release(places - leased.size());
    }
    for (Leased one : leased) {
      Thread.startVirtualThread(() -> deliver(one));
    }
    return !leased.isEmpty();
  }

  /** Gives its place back. What fails here, the database, is met by the lease's end. */
  private void deliver(Leased leased) {
    try {
      delivery.deliver(leased);
    } catch (SQLException | RuntimeException e) {
      LOG.warn("a response waits for its lease's end: {}", e.getClass().getSimpleName());
    } finally {
      free.release();
    }
  }
}
