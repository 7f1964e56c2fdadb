package org.answerable.confidential;

import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import java.time.Duration;
import java.time.LocalTime;
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
  TimedWork alarmWork(AlarmSender sender) {
    return TimedWork.every(BEAT, "confidential-alarms", sender::run);
  }

  @Bean
  TimedWork reminderWork(Alarms alarms, Organisations organisations) {
    return TimedWork.each(
        organisations.all(),
        home ->
            TimedWork.at(
                new Daily(home.timeZone(), MORNING),
                "confidential-remind-" + home.id(),
                () -> alarms.remind(home.id())));
  }
}
