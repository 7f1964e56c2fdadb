package org.answerable.platform;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Starts the timers once everything else is there. */
@Configuration(proxyBeanMethods = false)
class TimersConfig {
  @Bean
  Timers timers(Databases databases, List<RecurringTask<?>> tasks) {
    return new Timers(databases, tasks);
  }
}
