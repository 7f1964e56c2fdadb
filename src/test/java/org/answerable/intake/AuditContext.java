package org.answerable.intake;

import java.time.InstantSource;
import java.util.List;
import java.util.stream.IntStream;
import org.answerable.delivery.Doubts;
import org.answerable.delivery.Notices;
import org.answerable.delivery.Outbox;
import org.answerable.feedback.ReleasedFeedbacks;
import org.answerable.feedback.ReleasedUnsorted;
import org.answerable.feedback.TestOrganisation;
import org.answerable.organisation.Organisations;
import org.answerable.platform.keys.EpochKeys;
import org.mockito.Mockito;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/**
 * Intake, the log and what is in confidence on a real PostgreSQL with the real grants, and slots
 * that tests run. No {@code @Configuration}: the whole application must not find it.
 */
@Import({ReleasedFeedbacks.class, ReleasedUnsorted.class, Confiding.class, AccountsOfTests.class})
@ComponentScan(
    basePackages = {
      "org.answerable.platform",
      "org.answerable.intake.jdbc",
      "org.answerable.responselog.jdbc",
      "org.answerable.confidential.jdbc",
      "org.answerable.feedback.jdbc"
    },
    excludeFilters =
        @ComponentScan.Filter(
            type = FilterType.REGEX,
            pattern = {
              "org\\.answerable\\.platform\\.(redis|health|start|web)\\..*",
              "org\\.answerable\\.platform\\.Timers.*",
              ".*(IT|Test)(\\$.*)?"
            }))
class AuditContext {
  /** Each test takes an organisation of its own. */
  static final int ORGANISATIONS = 20;

  @Bean
  @Primary
  InstantSource stoppedClock() {
    return () -> IntakeIT.now;
  }

  @Bean
  Organisations organisations(EpochKeys keys) {
    var all =
        IntStream.range(0, ORGANISATIONS)
            .mapToObj(i -> TestOrganisation.covered("audit-" + i, 6))
            .toList();
    all.forEach(organisation -> keys.begin(organisation.id()));
    return new Organisations(List.copyOf(all));
  }

  @Bean
  Outbox outbox() {
    return Mockito.mock(Outbox.class);
  }

  @Bean
  Doubts doubts() {
    return Mockito.mock(Doubts.class);
  }

  @Bean
  Notices notices() {
    return Mockito.mock(Notices.class);
  }
}
