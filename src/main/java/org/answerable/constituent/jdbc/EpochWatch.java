package org.answerable.constituent.jdbc;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.answerable.constituent.EpochLimits;
import org.answerable.constituent.Epochs;
import org.answerable.organisation.Organisation;
import org.answerable.organisation.Organisations;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Asks for each organisation which epoch lives, as long as this node runs. */
@Component
final class EpochWatch implements SmartLifecycle {
  private final Epochs epochs;
  private final Organisations organisations;
  private @Nullable ScheduledExecutorService watch;

  EpochWatch(Epochs epochs, Organisations organisations) {
    this.epochs = epochs;
    this.organisations = organisations;
  }

  @Override
  public synchronized void start() {
    long millis = EpochLimits.WATCH.toMillis();
    watch =
        Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("epochs").factory());
    watch.scheduleWithFixedDelay(this::look, millis, millis, TimeUnit.MILLISECONDS);
  }

  @Override
  public synchronized void stop() {
    if (watch != null) {
      watch.close();
      watch = null;
    }
  }

  @Override
  public synchronized boolean isRunning() {
    return watch != null;
  }

  private void look() {
    try {
      organisations.all().stream().map(Organisation::id).forEach(epochs::refresh);
    } catch (DataAccessException away) {
      // the health page says so; until it is back nothing is sealed either
    }
  }
}
