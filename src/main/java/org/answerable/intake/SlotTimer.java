package org.answerable.intake;

import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.time.InstantSource;
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
    return TimedWork.each(
        organisations.all(),
        home ->
            TimedWork.at(
                properties.demo() ? FixedDelay.of(DEMO_BEAT) : new EverySlot(home.slot()),
                "slot-" + home.id(),
                () -> slots.run(home, clock.instant())));
  }
}
