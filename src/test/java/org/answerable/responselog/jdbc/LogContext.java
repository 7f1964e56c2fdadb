package org.answerable.responselog.jdbc;

import java.util.List;
import java.util.stream.IntStream;
import org.answerable.feedback.TestOrganisation;
import org.answerable.organisation.Organisations;
import org.answerable.platform.keys.EpochKeys;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;

/**
 * The log alone on a real PostgreSQL with the real grants. No {@code @Configuration}: the whole
 * application must not find it.
 */
@ComponentScan(
    basePackages = {"org.answerable.platform", "org.answerable.responselog.jdbc"},
    excludeFilters =
        @ComponentScan.Filter(
            type = FilterType.REGEX,
            pattern = {
              "org\\.answerable\\.platform\\.(redis|health|start|web)\\..*",
              "org\\.answerable\\.platform\\.Timers.*",
              ".*(IT|Test)(\\$.*)?"
            }))
class LogContext {
  /** Each test takes an organisation of its own. */
  private static final int ORGANISATIONS = 60;

  @Bean
  Organisations organisations(EpochKeys keys) {
    var all =
        IntStream.range(0, ORGANISATIONS)
            .mapToObj(i -> TestOrganisation.named("log-" + i))
            .toList();
    all.forEach(organisation -> keys.begin(organisation.id()));
    return new Organisations(List.copyOf(all));
  }
}
