package org.answerable.channel.twilio;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import org.answerable.channel.Channel;
import org.answerable.organisation.ChannelConfig;
import org.answerable.testing.StandInTwilio;

/** A number at a stand-in, for tests of those who send. */
public final class TwilioAt {
  private static final Duration WAIT = Duration.ofSeconds(5);

  private TwilioAt() {}

  public static ChannelConfig.Twilio config(URI apiUrl) {
    return new ChannelConfig.Twilio(
        "line", StandInTwilio.ACCOUNT, StandInTwilio.AUTH_TOKEN, StandInTwilio.NUMBER, apiUrl);
  }

  public static Channel channel(String organisation, URI apiUrl, InstantSource clock) {
    return new TwilioChannel(organisation, config(apiUrl), WAIT, clock);
  }
}
