package org.answerable.poll;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
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
    return TimedWork.each(
        organisations.all(),
        home ->
            TimedWork.every(
                beat,
                "polls-" + home.id(),
                () -> {
                  Instant now = clock.instant();
                  LocalDate today = home.day(now);
                  sweep.run(home, today);
                  priorities.sweep(home.id(), today);
                  stepping.run(home, now);
                }));
  }
}
