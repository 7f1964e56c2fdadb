package org.answerable.organisation;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import org.answerable.platform.AnswerableProperties;
import org.answerable.platform.StartNote;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Reads the organisations at start-up. */
@Configuration(proxyBeanMethods = false)
class OrganisationConfiguration {

  @Bean
  Declared declared(AnswerableProperties properties, Environment environment) throws IOException {
    Instance instance = new Instance(properties.demo(), environment::getProperty);
    return OrganisationFolder.read(properties.configDir(), instance);
  }

  @Bean
  Organisations organisations(Declared declared, AnswerableProperties properties) {
    return taken(declared.organisations(), properties);
  }

  /** As the server takes what files declare. */
  static Organisations taken(Organisations all, AnswerableProperties properties) {
    return properties.demo()
        ? new Organisations(
            all.all().stream().map(OrganisationConfiguration::withoutWaiting).toList())
        : all;
  }

  @Bean
  Lines lines(
      Declared declared,
      AnswerableProperties properties,
      ObjectProvider<LineCondition> conditions) {
    return new Lines(
        properties.demo(),
        declared.missing(),
        declared.numbers(),
        conditions.orderedStream().toList());
  }

  @Bean
  StartNote linesAtStart(Organisations organisations, Lines lines, InstantSource clock) {
    return new LinesAtStart(organisations, lines, clock);
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
        o.covers(),
        true,
        o.noticeOnly(),
        o.support(),
        o.roles(),
        o.topics(),
        o.kindDays(),
        o.readers(),
        o.focalPoints(),
        o.crisis(),
        o.desk(),
        o.focal(),
        o.channels(),
        o.smsCosts(),
        o.witnesses(),
        o.about());
  }
}
