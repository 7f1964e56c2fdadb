package org.answerable.intake;

import java.sql.SQLException;
import java.time.InstantSource;
import org.answerable.organisation.Organisation;
import org.answerable.organisation.Organisations;
import org.answerable.responselog.Declarations;
import org.answerable.responselog.LogStopped;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Says in each log by which words, routing and deadlines texts are treated, before the first of
 * them comes: only where that changed.
 */
@Component
final class DeclaredAtStart implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(DeclaredAtStart.class);

  /**
   * Before the web server, which is 2048 below the default, and all else that takes texts; behind
   * the demo's story, which says it as of its first day.
   */
  private static final int PHASE = DEFAULT_PHASE - 3072;

  private final Organisations organisations;
  private final Declarations declarations;
  private final InstantSource clock;
  private boolean running;

  DeclaredAtStart(Organisations organisations, Declarations declarations, InstantSource clock) {
    this.organisations = organisations;
    this.declarations = declarations;
    this.clock = clock;
  }

  @Override
  public void start() {
    organisations.all().forEach(this::settle);
    running = true;
  }

  private void settle(Organisation organisation) {
    try {
      declarations.settle(organisation, clock.instant());
    } catch (LogStopped e) {
      // texts are taken in all the same, and nothing is released until it is said
      LOG.error("{}", e.getMessage());
    } catch (SQLException e) {
      throw new IllegalStateException(
          "what texts are treated by could not be said in the log: SQLSTATE " + e.getSQLState());
    }
  }

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public int getPhase() {
    return PHASE;
  }
}
