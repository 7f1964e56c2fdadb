package org.answerable.poll;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import org.answerable.organisation.Organisation;
import org.answerable.organisation.Organisations;
import org.answerable.platform.AnswerableProperties;
import org.answerable.platform.TimedWork;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks often, so that a poll ends soon after its organisation's midnight. */
@Configuration(proxyBeanMethods = false)
class PollTimer {
  @Bean
  TimedWork pollWork(
      PollSweep sweep,
      AnsweringPriorities priorities,
      Stepping stepping,
      Organisations organisations,
      InstantSource clock,
      AnswerableProperties properties) {
    Duration beat = properties.demo() ? PollLimits.DEMO_BEAT : PollLimits.BEAT;
    return () ->
        organisations.all().stream()
            .<RecurringTask<?>>map(
                organisation ->
                    Tasks.recurring("polls-" + organisation.id(), FixedDelay.of(beat))
                        .execute(
                            (instance, context) ->
                                run(sweep, priorities, stepping, organisation, clock)))
            .toList();
  }

  private static void run(
      PollSweep sweep,
      AnsweringPriorities priorities,
      Stepping stepping,
      Organisation organisation,
      InstantSource clock) {
    try {
      LocalDate today = organisation.day(clock.instant());
      sweep.run(organisation, today);
      priorities.sweep(organisation.id(), today);
      stepping.run(organisation, clock.instant());
    } catch (SQLException e) {
      throw new IllegalStateException("a sweep failed with SQLSTATE " + e.getSQLState());
    }
  }
}
