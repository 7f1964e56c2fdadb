package org.answerable.confidential;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.answerable.organisation.Organisations;
import org.answerable.platform.TimedWork;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Alarms go out within seconds; what nobody took a step about is said again each morning. */
@Configuration(proxyBeanMethods = false)
class ConfidentialTimer {
  private static final Duration BEAT = Duration.ofSeconds(2);

  /** When a person who sleeps with the phone beside them may be woken by it. */
  private static final LocalTime MORNING = LocalTime.of(8, 0);

  @Bean
  TimedWork alarmWork(AlarmSender sender, Alarms alarms, Organisations organisations) {
    return () -> {
      List<RecurringTask<?>> tasks = new ArrayList<>();
      tasks.add(
          Tasks.recurring("confidential-alarms", FixedDelay.of(BEAT))
              .execute((instance, context) -> sender.run()));
      organisations
          .all()
          .forEach(
              organisation ->
                  tasks.add(
                      Tasks.recurring(
                              "confidential-remind-" + organisation.id(),
                              new Daily(organisation.timeZone(), MORNING))
                          .execute((instance, context) -> alarms.remind(organisation.id()))));
      return tasks;
    };
  }
}
