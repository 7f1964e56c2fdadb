package org.answerable.channel.twilio;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.answerable.channel.ChannelKind;
import org.answerable.channel.Inbound;
import org.answerable.channel.MissedCalls;
import org.answerable.organisation.ChannelConfig;
import org.answerable.organisation.Organisations;
import org.answerable.platform.AnswerableProperties;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TwilioConfiguration {
  @Bean
  ChannelKind twilio(AnswerableProperties properties) {
    return new TwilioKind(properties.demo() && !properties.demoRealChannels());
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
    for (var organisation : organisations.all()) {
      for (var channel : organisation.channels()) {
        if (channel instanceof ChannelConfig.Twilio twilio) {
          lines.put(twilio.id(), new Line(organisation.id(), twilio, publicUrl));
        }
      }
    }
    return lines;
  }
}
