package org.answerable.constituent.jdbc;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import org.answerable.constituent.Epochs;
import org.answerable.organisation.Organisation;
import org.answerable.organisation.Organisations;
import org.answerable.platform.TimedWork;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks often whether an epoch is due, was asked for, or was left half changed by a kill. */
@Configuration(proxyBeanMethods = false)
class EpochTimer {
  private static final Duration LOOK = Duration.ofSeconds(5);

  @Bean
  TimedWork epochWork(Epochs epochs, Organisations organisations, InstantSource clock) {
    return () ->
        organisations.all().stream()
            .<RecurringTask<?>>map(
                home ->
                    Tasks.recurring("epoch-" + home.id(), FixedDelay.of(LOOK))
                        .execute((instance, context) -> run(epochs, home, clock)))
            .toList();
  }

  private static void run(Epochs epochs, Organisation home, InstantSource clock) {
    try {
      epochs.change(home, clock.instant());
    } catch (SQLException e) {
      // the next run goes on
      throw new IllegalStateException("an epoch did not change: SQLSTATE " + e.getSQLState());
    }
  }
}
