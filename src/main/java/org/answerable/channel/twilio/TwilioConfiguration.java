package org.answerable.channel.twilio;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.answerable.channel.Inbound;
import org.answerable.channel.MissedCalls;
import org.answerable.channel.TakenMessages;
import org.answerable.organisation.ChannelConfig;
import org.answerable.organisation.Organisations;
import org.answerable.platform.AnswerableProperties;
import org.answerable.platform.Timers;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TwilioConfiguration {
  @Bean
  TwilioKind twilio(AnswerableProperties properties) {
    return new TwilioKind(properties.demo() && !properties.demoRealChannels());
  }

  @Bean
  Deletions deletions(
      Organisations organisations, TwilioKind kind, TakenMessages taken, InstantSource clock) {
    var all = new HashMap<String, Deletion>();
    numbers(organisations)
        .forEach(
            (config, organisation) -> {
              if (kind.isCalled(config)) {
                var client = SingleSendClient.restClient(config, TwilioKind.WAIT);
                var deletion =
                    new Deletion(organisation, config, client, taken, clock, new SecureRandom());
                all.put(config.id(), deletion);
              }
            });
    return new Deletions(all);
  }

  @Bean
  DeletionAlarm deletionAlarm(
      Organisations organisations, TwilioKind kind, Timers timers, InstantSource clock) {
    var called = new HashMap<String, String>();
    numbers(organisations)
        .forEach(
            (config, organisation) -> {
              if (kind.isCalled(config)) {
                called.put(config.id(), organisation);
              }
            });
    return new DeletionAlarm(called, timers::failures, clock);
  }

  @Bean
  ServletRegistrationBean<TwilioServlet> twilioWebhooks(
      Organisations organisations,
      Inbound inbound,
      MissedCalls calls,
      InstantSource clock,
      AnswerableProperties properties) {
    var lines = lines(organisations, properties.publicUrl().toString());
    var servlet = new TwilioServlet(lines, inbound, calls, clock);
    var registration = new ServletRegistrationBean<>(servlet, "/channels/twilio/*");
    registration.setLoadOnStartup(1);
    return registration;
  }

  private static Map<String, Line> lines(Organisations organisations, String publicUrl) {
    var lines = new HashMap<String, Line>();
    numbers(organisations)
        .forEach(
            (config, organisation) ->
                lines.put(config.id(), new Line(organisation, config, publicUrl)));
    return lines;
  }

  /** Every number at Twilio, with its organisation. */
  private static Map<ChannelConfig.Twilio, String> numbers(Organisations organisations) {
    var numbers = new HashMap<ChannelConfig.Twilio, String>();
    for (var organisation : organisations.all()) {
      for (var channel : organisation.channels()) {
        if (channel instanceof ChannelConfig.Twilio twilio) {
          numbers.put(twilio, organisation.id());
        }
      }
    }
    return numbers;
  }
}
