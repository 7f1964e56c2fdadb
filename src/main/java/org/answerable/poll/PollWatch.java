package org.answerable.poll;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.answerable.organisation.Organisation;
import org.answerable.organisation.Organisations;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Asks for each organisation which polls are open, and what may be told of them, as long as this
 * node runs.
 */
@Component
final class PollWatch implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(PollWatch.class);
  private final Voting voting;
  private final SoFar soFar;
  private final Organisations organisations;
  private @Nullable ScheduledExecutorService watch;

  PollWatch(Voting voting, SoFar soFar, Organisations organisations) {
    this.voting = voting;
    this.soFar = soFar;
    this.organisations = organisations;
  }

  @Override
  public synchronized void start() {
    long millis = PollLimits.WATCH.toMillis();
    watch = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("polls").factory());
    watch.scheduleWithFixedDelay(this::look, 0, millis, TimeUnit.MILLISECONDS);
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
    organisations.all().stream().map(Organisation::id).forEach(this::look);
  }

  private void look(String organisation) {
    try {
      voting.refresh(organisation);
      soFar.refresh(organisation);
    } catch (DataAccessException away) {
      // the health page says so; until it is back no vote is taken either
    } catch (RuntimeException e) { // whatever it is, it must not end the watch
      LOG.error("polls of {} can't be looked at: {}", organisation, e.getClass().getSimpleName());
    }
  }
}
