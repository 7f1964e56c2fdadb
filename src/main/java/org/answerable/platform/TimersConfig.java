package org.answerable.platform;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Starts the timers once everything else is there. */
@Configuration(proxyBeanMethods = false)
class TimersConfig {
  @Bean
  Timers timers(Databases databases, List<TimedWork> work) {
    return new Timers(databases, work);
  }
}
