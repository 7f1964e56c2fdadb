package org.answerable.intake;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import org.answerable.organisation.Organisation;
import org.answerable.organisation.Organisations;
import org.answerable.platform.AnswerableProperties;
import org.answerable.platform.TimedWork;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Slots come by the clock, whether or not anything is there, so that a change of a page tells
 * nothing of when somebody wrote. In the demo they come as soon as something waits, for people who
 * try it out.
 */
@Configuration(proxyBeanMethods = false)
class SlotTimer {
  private static final Duration DEMO_BEAT = Duration.ofSeconds(1);

  @Bean
  TimedWork slotWork(
      Slots slots,
      Organisations organisations,
      InstantSource clock,
      AnswerableProperties properties) {
    return () ->
        organisations.all().stream()
            .<RecurringTask<?>>map(
                organisation ->
                    Tasks.recurring(
                            "slot-" + organisation.id(), schedule(organisation, properties.demo()))
                        .execute((instance, context) -> run(slots, organisation, clock)))
            .toList();
  }

  private static Schedule schedule(Organisation organisation, boolean demo) {
    return demo ? FixedDelay.of(DEMO_BEAT) : new EverySlot(organisation.slot());
  }

  private static void run(Slots slots, Organisation organisation, InstantSource clock) {
    try {
      slots.run(organisation, clock.instant());
    } catch (SQLException e) {
      // the next slot does what this one could not
      throw new IllegalStateException("a slot failed with SQLSTATE " + e.getSQLState());
    }
  }
}
