package org.answerable.feedback;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.answerable.organisation.Organisation;
import org.answerable.organisation.Organisations;
import org.answerable.platform.TimedWork;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Sweeps each hour, so that each organisation's day is noticed soon after its own midnight. */
@Configuration(proxyBeanMethods = false)
class OverdueTimer {
  private static final Duration PAUSE = Duration.ofHours(1);

  @Bean
  TimedWork overdueWork(
      OverdueSweep sweep,
      List<DailySweep> sweeps,
      Organisations organisations,
      InstantSource clock) {
    return () ->
        organisations.all().stream()
            .<RecurringTask<?>>map(
                organisation ->
                    Tasks.recurring("overdue-" + organisation.id(), FixedDelay.of(PAUSE))
                        .execute((instance, context) -> run(sweep, sweeps, organisation, clock)))
            .toList();
  }

  private static void run(
      OverdueSweep sweep, List<DailySweep> sweeps, Organisation organisation, InstantSource clock) {
    try {
      Instant now = clock.instant();
      sweep.run(organisation, organisation.day(now));
      for (DailySweep one : sweeps) {
        one.run(organisation, now);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("a sweep failed with SQLSTATE " + e.getSQLState());
    }
  }
}
