package org.answerable.intake;

import java.time.InstantSource;
import java.util.List;
import java.util.stream.IntStream;
import org.answerable.feedback.ReleasedFeedbacks;
import org.answerable.feedback.ReleasedUnsorted;
import org.answerable.feedback.TestOrganisation;
import org.answerable.organisation.Organisations;
import org.answerable.platform.keys.EpochKeys;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/**
 * Intake, feedback's rows and the log on a real PostgreSQL with the real grants, with a clock that
 * tests set and slots that they run. No {@code @Configuration}: the whole application must not find
 * it.
 */
@Import({
  ReleasedFeedbacks.class,
  ReleasedUnsorted.class,
  Confiding.class,
  ConfidedRecorder.class,
  FirstReader.class,
  AccountsOfTests.class
})
@ComponentScan(
    basePackages = {
      "org.answerable.platform",
      "org.answerable.intake.jdbc",
      "org.answerable.responselog.jdbc",
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
class IntakeContext {
  /** Each test takes an organisation of its own. */
  static final int ORGANISATIONS = 40;

  /** Of each kind: those that release what nobody sorted stand first. */
  static final int HOLDING = ORGANISATIONS;

  @Bean
  @Primary
  InstantSource stoppedClock() {
    return () -> IntakeIT.now;
  }

  @Bean
  Organisations organisations(EpochKeys keys) {
    var all =
        IntStream.range(0, 2 * ORGANISATIONS)
            .mapToObj(
                i ->
                    i < HOLDING
                        ? TestOrganisation.named("org-" + i)
                        : TestOrganisation.holding("org-" + i))
            .toList();
    all.forEach(organisation -> keys.begin(organisation.id()));
    return new Organisations(List.copyOf(all));
  }
}
