package org.answerable.channel;

import java.util.Optional;
import org.answerable.organisation.ChannelConfig;

/**
 * Where a constituent can be reached on a channel. It lives only between webhook and vault; its
 * text form redacts, so that no log line, exception or debugger string can carry it.
 *
 * @param channel the channel's id
 * @param value normalised once: E.164 for phones ({@code +254700000001})
 */
public record Address(String channel, String value) {
  /** One as a person wrote it down, in the form that the channel gives; empty when it is none. */
  public static Optional<Address> written(ChannelConfig channel, String text) {
    return switch (channel) {
      case ChannelConfig.Twilio twilio -> number(twilio, text);
      case ChannelConfig.Simulator simulator -> number(simulator, text);
    };
  }

  private static Optional<Address> number(ChannelConfig channel, String text) {
    return E164.normalise(text).map(number -> new Address(channel.id(), number));
  }

  @Override
  public String toString() {
    return "Address[" + channel + ", redacted]";
  }
}
