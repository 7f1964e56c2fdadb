package org.answerable.channel.twilio;

import static java.util.stream.Collectors.toMap;

import com.twilio.http.TwilioRestClient;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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
import org.answerable.platform.TimedWork;
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
    return new TwilioLines(
        numbers(organisations)
            .collect(
                toMap(
                    TwilioNumber::id,
                    number -> new Line(number.organisation(), number.config(), publicUrl))));
  }

  @Bean
  ProviderSetUps twilioSetUps(
      Organisations organisations, TwilioKind kind, AnswerableProperties properties) {
    String publicUrl = properties.publicUrl().toString();
    return new ProviderSetUps(
        called(organisations, kind).stream()
            .<ProviderSetUp>map(
                number ->
                    new TwilioSetUp(
                        number.organisation(), number.config(), publicUrl, number.client()))
            .toList());
  }

  @Bean
  TimedWork deletions(
      Organisations organisations, TwilioKind kind, TakenMessages taken, InstantSource clock) {
    return TimedWork.each(
        called(organisations, kind),
        number -> {
          var deletion =
              new Deletion(
                  number.organisation(),
                  number.config(),
                  number.client(),
                  taken,
                  clock,
                  new SecureRandom());
          return TimedWork.at(new Hourly(), Deletion.task(number.id()), deletion::run);
        });
  }

  /** All the time, since nobody knows of a webhook that was lost on its way. */
  @Bean
  TimedWork catchUps(
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
    return TimedWork.each(
        called(organisations, kind),
        number -> {
          var catchUp =
              new CatchUp(
                  number.config(),
                  number.client(),
                  channels.unwatched(number.id()).orElseThrow(),
                  inbound,
                  taken,
                  replies,
                  lines.of(number.id()).unanswered(),
                  new TextsInTrouble(aside),
                  clock);
          return TimedWork.every(CatchUp.PAUSE, "catch-up-" + number.id(), catchUp::run);
        });
  }

  @Bean
  DeletionAlarm deletionAlarm(
      Organisations organisations, TwilioKind kind, Timers timers, InstantSource clock) {
    Map<String, String> called =
        called(organisations, kind).stream()
            .collect(toMap(TwilioNumber::id, TwilioNumber::organisation));
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

  private record TwilioNumber(ChannelConfig.Twilio config, String organisation) {
    String id() {
      return config.id();
    }

    TwilioRestClient client() {
      return SingleSendClient.restClient(config, TwilioKind.WAIT);
    }
  }

  private static Stream<TwilioNumber> numbers(Organisations organisations) {
    return organisations.all().stream()
        .flatMap(
            home ->
                home.channels(ChannelConfig.Twilio.class).stream()
                    .map(config -> new TwilioNumber(config, home.id())));
  }

  /** Those whose provider may be called: in the demo none but what stands in for it. */
  private static List<TwilioNumber> called(Organisations organisations, TwilioKind kind) {
    return numbers(organisations).filter(number -> kind.isCalled(number.config())).toList();
  }
}
