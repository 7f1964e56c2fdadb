package org.answerable.channel.telegram;

import java.time.InstantSource;
import org.answerable.channel.Inbound;
import org.answerable.channel.PoisonMessages;
import org.answerable.channel.Reachable;
import org.answerable.organisation.Organisations;
import org.answerable.platform.AnswerableProperties;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TelegramConfiguration {
  @Bean
  Bots bots(Organisations organisations, AnswerableProperties properties, InstantSource clock) {
    boolean onlyLoopback = properties.demo() && !properties.demoRealChannels();
    return Bots.of(organisations, new Reachable(onlyLoopback), clock);
  }

  @Bean
  Errands telegramErrands() {
    return new Errands();
  }

  @Bean
  Poison telegramPoison(ObjectProvider<PoisonMessages> messages) {
    // without a page that could show them the log alone tells of them
    return new Poison(
        messages.getIfAvailable(() -> (organisation, channel, idHash, reason) -> true));
  }

  @Bean
  ServletRegistrationBean<TelegramServlet> telegramWebhooks(
      Bots bots, Inbound inbound, Errands errands, Poison poison, InstantSource clock) {
    var servlet = new TelegramServlet(bots, inbound, errands, poison, clock);
    var registration = new ServletRegistrationBean<>(servlet, "/channels/telegram/*");
    registration.setLoadOnStartup(1);
    return registration;
  }

  @Bean
  BotsRunning botsRunning(
      Bots bots,
      Organisations organisations,
      Inbound inbound,
      Errands errands,
      Poison poison,
      InstantSource clock,
      AnswerableProperties properties) {
    return new BotsRunning(
        bots, organisations, inbound, errands, poison, clock, properties.publicUrl().toString());
  }
}
