package org.answerable.organisation;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Reads the organisations at start-up. */
@Configuration(proxyBeanMethods = false)
class OrganisationConfiguration {

  @Bean
  Organisations organisations(
      @Value("${answerable.config-dir:./config}") String configDir,
      @Value("${answerable.demo:true}") boolean demo,
      Environment environment)
      throws IOException {
    Instance instance = new Instance(demo, environment::getProperty);
    Organisations declared = OrganisationFolder.read(Path.of(configDir), instance);
    return demo
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
        o.channels(),
        o.about());
  }
}
