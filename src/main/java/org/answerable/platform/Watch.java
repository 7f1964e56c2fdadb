package org.answerable.platform;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;

/**
 * Looks at what other nodes may have changed, for one organisation after the other, as long as this
 * node runs. {@link Timers} are for what one node does for all.
 */
public final class Watch implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(Watch.class);
  private final String name;
  private final Duration pause;
  private final List<String> organisations;
  private final Consumer<String> look;
  private @Nullable ScheduledExecutorService watch;

  public Watch(String name, Duration pause, List<String> organisations, Consumer<String> look) {
    this.name = name;
    this.pause = pause;
    this.organisations = List.copyOf(organisations);
    this.look = look;
  }

  @Override
  public synchronized void start() {
    watch = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().name(name).factory());
    watch.scheduleWithFixedDelay(
        () -> organisations.forEach(this::look), 0, pause.toMillis(), TimeUnit.MILLISECONDS);
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

  private void look(String organisation) {
    try {
      look.accept(organisation);
    } catch (DataAccessException away) {
      // the health page says so; until it is back nothing else can be done either
    } catch (RuntimeException e) { // whatever it is, it must not end the watch
      LOG.error(
          "{} of {} can't be looked at: {}", name, organisation, e.getClass().getSimpleName());
    }
  }
}
