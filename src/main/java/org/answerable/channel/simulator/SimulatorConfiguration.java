package org.answerable.channel.simulator;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;
import org.answerable.channel.ChannelKind;
import org.answerable.channel.Inbound;
import org.answerable.organisation.ChannelConfig;
import org.answerable.organisation.Organisation;
import org.answerable.organisation.Organisations;
import org.answerable.platform.Ids;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** There are no simulated phones outside of the demo, and no page for them. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "answerable.demo", havingValue = "true", matchIfMissing = true)
class SimulatorConfiguration {
  private static final int PHONES_AT_START = 3;

  /** A few phones to begin with, each in another language. */
  @Bean
  Phones phones(Organisations organisations) {
    var phones = new Phones(new SecureRandom());
    home(organisations)
        .ifPresent(
            organisation ->
                organisation.languages().stream()
                    .limit(PHONES_AT_START)
                    .forEach(language -> add(phones, organisation, language)));
    return phones;
  }

  @Bean
  ChannelKind simulator(Phones phones) {
    return new SimulatorKind(phones);
  }

  @Bean
  SimulatedLine simulatedLine(Phones phones, Inbound inbound, Ids ids, InstantSource clock) {
    return new SimulatedLine(phones, inbound, ids, clock);
  }

  /** The first organisation that has a simulated line. */
  static Optional<Organisation> home(Organisations organisations) {
    return organisations.all().stream().filter(it -> line(it).isPresent()).findFirst();
  }

  /** Adds a phone on the organisation's simulated line. */
  static void add(Phones phones, Organisation organisation, String language) {
    line(organisation).ifPresent(line -> phones.add(organisation.id(), line.id(), language));
  }

  private static Optional<ChannelConfig.Simulator> line(Organisation organisation) {
    return organisation.channels(ChannelConfig.Simulator.class).stream().findFirst();
  }
}
