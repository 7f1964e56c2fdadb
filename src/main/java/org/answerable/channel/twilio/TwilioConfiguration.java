package org.answerable.channel.twilio;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import org.answerable.channel.Channel;
import org.answerable.channel.Channels;
import org.answerable.channel.Inbound;
import org.answerable.channel.LateReplies;
import org.answerable.channel.MissedCalls;
import org.answerable.channel.PoisonMessages;
import org.answerable.channel.ProviderSetUp;
import org.answerable.channel.ProviderSetUps;
import org.answerable.channel.TakenMessages;
import org.answerable.organisation.ChannelConfig;
import org.answerable.organisation.Organisations;
import org.answerable.platform.AnswerableProperties;
import org.answerable.platform.Timers;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TwilioConfiguration {
  @Bean
  TwilioKind twilio(AnswerableProperties properties, InstantSource clock) {
    return new TwilioKind(properties.demo() && !properties.demoRealChannels(), clock);
  }

  @Bean
  TwilioLines twilioLines(Organisations organisations, AnswerableProperties properties) {
    String publicUrl = properties.publicUrl().toString();
    var lines = new HashMap<String, Line>();
    numbers(organisations)
        .forEach(
            (config, organisation) ->
                lines.put(config.id(), new Line(organisation, config, publicUrl)));
    return new TwilioLines(lines);
  }

  @Bean
  ProviderSetUps twilioSetUps(
      Organisations organisations, TwilioKind kind, AnswerableProperties properties) {
    String publicUrl = properties.publicUrl().toString();
    var all = new ArrayList<ProviderSetUp>();
    numbers(organisations)
        .forEach(
            (config, organisation) -> {
              if (kind.isCalled(config)) {
                var client = SingleSendClient.restClient(config, TwilioKind.WAIT);
                all.add(new TwilioSetUp(organisation, config, publicUrl, client));
              }
            });
    return new ProviderSetUps(all);
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
  CatchUps catchUps(
      Organisations organisations,
      TwilioKind kind,
      Channels channels,
      Inbound inbound,
      TakenMessages taken,
      LateReplies replies,
      TwilioLines lines,
      ObjectProvider<PoisonMessages> poison,
      InstantSource clock) {
    // without a page that could show them the log alone tells of them
    PoisonMessages aside =
        poison.getIfAvailable(() -> (organisation, channel, idHash, reason) -> true);
    var all = new HashMap<String, CatchUp>();
    for (ChannelConfig.Twilio config : numbers(organisations).keySet()) {
      if (kind.isCalled(config)) {
        Channel channel = channels.unwatched(config.id()).orElseThrow();
        var client = SingleSendClient.restClient(config, TwilioKind.WAIT);
        var unanswered = lines.of(config.id()).unanswered();
        all.put(
            config.id(),
            new CatchUp(
                config,
                client,
                channel,
                inbound,
                taken,
                replies,
                unanswered,
                new TextsInTrouble(aside),
                clock));
      }
    }
    return new CatchUps(all);
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
      TwilioLines lines, Inbound inbound, MissedCalls calls, InstantSource clock) {
    var servlet = new TwilioServlet(lines.byChannel(), inbound, calls, clock);
    var registration = new ServletRegistrationBean<>(servlet, "/channels/twilio/*");
    registration.setLoadOnStartup(1);
    return registration;
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
