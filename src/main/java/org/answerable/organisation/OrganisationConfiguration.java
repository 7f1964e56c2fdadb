package org.answerable.organisation;

import java.io.IOException;
import java.time.Duration;
import org.answerable.platform.AnswerableProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Reads the organisations at start-up. */
@Configuration(proxyBeanMethods = false)
class OrganisationConfiguration {

  @Bean
  Organisations organisations(AnswerableProperties properties, Environment environment)
      throws IOException {
    Instance instance = new Instance(properties.demo(), environment::getProperty);
    Organisations declared = OrganisationFolder.read(properties.configDir(), instance);
    return properties.demo()
        ? new Organisations(
            declared.all().stream().map(OrganisationConfiguration::withoutWaiting).toList())
        : declared;
  }

  /** In the demo what is written in is seen at once, whatever the file says. */
  static Organisation withoutWaiting(Organisation o) {
    return new Organisation(
        o.id(),
        o.name(),
        o.demo(),
        o.languages(),
        o.timeZone(),
        o.workingDays(),
        o.slot(),
        Duration.ZERO,
        Duration.ZERO,
        true,
        o.roles(),
        o.topics(),
        o.kindDays(),
        o.readers(),
        o.focalPoints(),
        o.crisis(),
        o.desk(),
        o.focal(),
        o.channels(),
        o.about());
  }
}
