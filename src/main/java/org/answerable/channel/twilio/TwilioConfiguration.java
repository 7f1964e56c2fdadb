package org.answerable.channel.twilio;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.answerable.channel.ChannelKind;
import org.answerable.channel.Inbound;
import org.answerable.organisation.ChannelConfig;
import org.answerable.organisation.Organisations;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TwilioConfiguration {
  @Bean
  ChannelKind twilio(
      @Value("${answerable.demo:true}") boolean demo,
      @Value("${answerable.demo-real-channels:false}") boolean realChannels) {
    return new TwilioKind(demo && !realChannels);
  }

  @Bean
  ServletRegistrationBean<TwilioServlet> twilioWebhooks(
      Organisations organisations,
      Inbound inbound,
      InstantSource clock,
      @Value("${answerable.public-url:http://localhost:8080}") String publicUrl) {
    var servlet = new TwilioServlet(lines(organisations, publicUrl), inbound, clock);
    var registration = new ServletRegistrationBean<>(servlet, "/channels/twilio/*");
    registration.setLoadOnStartup(1);
    return registration;
  }

  private static Map<String, Line> lines(Organisations organisations, String publicUrl) {
    String base = publicUrl.replaceAll("/+$", "");
    var lines = new HashMap<String, Line>();
    for (var organisation : organisations.all()) {
      for (var channel : organisation.channels()) {
        if (channel instanceof ChannelConfig.Twilio twilio) {
          lines.put(twilio.id(), new Line(organisation.id(), twilio, base));
        }
      }
    }
    return lines;
  }
}
