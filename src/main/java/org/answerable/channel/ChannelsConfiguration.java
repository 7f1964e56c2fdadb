package org.answerable.channel;

import java.time.InstantSource;
import java.util.List;
import org.answerable.organisation.Organisations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ChannelsConfiguration {
  @Bean
  ChannelHealth channelHealth() {
    return new ChannelHealth();
  }

  /** Every channel that an organisation declares and some kind opens. */
  @Bean
  Channels channels(
      Organisations organisations,
      List<ChannelKind> kinds,
      ChannelHealth health,
      InstantSource clock) {
    return new Channels(
        organisations.all().stream()
            .flatMap(organisation -> kinds.stream().flatMap(kind -> kind.of(organisation).stream()))
            .<Channel>map(channel -> new WatchedChannel(channel, health, clock))
            .toList());
  }
}
