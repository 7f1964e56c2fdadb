package org.answerable.constituent.jdbc;

import java.time.Duration;
import java.time.InstantSource;
import org.answerable.constituent.Epochs;
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
    return TimedWork.each(
        organisations.all(),
        home ->
            TimedWork.every(
                LOOK, "epoch-" + home.id(), () -> epochs.change(home, clock.instant())));
  }
}
