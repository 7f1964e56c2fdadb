package org.answerable.feedback;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
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
    return TimedWork.each(
        organisations.all(),
        home ->
            TimedWork.every(
                PAUSE,
                "overdue-" + home.id(),
                () -> {
                  Instant now = clock.instant();
                  sweep.run(home, home.day(now));
                  for (DailySweep one : sweeps) {
                    one.run(home, now);
                  }
                }));
  }
}
