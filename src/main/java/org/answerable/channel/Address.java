package org.answerable.channel;

import java.util.Optional;
import java.util.regex.Pattern;
import org.answerable.organisation.ChannelConfig;

/**
 * Where a constituent can be reached on a channel. It lives only between webhook and vault; its
 * text form redacts, so that no log line, exception or debugger string can carry it.
 *
 * @param channel the channel's id
 * @param value normalised once: E.164 for phones ({@code +254700000001}), a private chat's id for
 *     Telegram ({@code 700000001})
 */
public record Address(String channel, String value) {
  /** Private chats have the person's own id, which has 52 bits at most; groups are below zero. */
  private static final Pattern CHAT = Pattern.compile("[1-9][0-9]{0,15}");

  /** One as a person wrote it down, in the form that the channel gives; empty when it is none. */
  public static Optional<Address> written(ChannelConfig channel, String text) {
    return switch (channel) {
      case ChannelConfig.Twilio twilio -> number(twilio, text);
      case ChannelConfig.Simulator simulator -> number(simulator, text);
      case ChannelConfig.Telegram telegram -> chat(telegram, text);
    };
  }

  private static Optional<Address> chat(ChannelConfig channel, String text) {
    return Optional.of(text.strip())
        .filter(chat -> CHAT.matcher(chat).matches())
        .map(chat -> new Address(channel.id(), chat));
  }

  private static Optional<Address> number(ChannelConfig channel, String text) {
    return E164.normalise(text).map(number -> new Address(channel.id(), number));
  }

  @Override
  public String toString() {
    return "Address[" + channel + ", redacted]";
  }
}
