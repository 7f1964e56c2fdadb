package org.answerable.organisation;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** A channel as the organisation's file declares it. */
public sealed interface ChannelConfig {
  /** Unique in the instance; stands in the webhook's URL. */
  String id();

  /** The kind's word. Two numbers of one kind know the same people. */
  default String kind() {
    return switch (this) {
      case Simulator simulator -> "simulator";
      case Twilio twilio -> "sms";
      case Telegram telegram -> "telegram";
    };
  }

  /** Whether its provider lets us delete on the phone what was said. */
  default boolean clears() {
    return this instanceof Telegram;
  }

  /** The phone simulator; in the demo only. */
  record Simulator(String id) implements ChannelConfig {}

  /**
   * Text messages through Twilio.
   *
   * @param from the number that members text, E.164
   * @param apiUrl the base that stands in for Twilio's own; null: Twilio's
   */
  record Twilio(String id, String accountSid, String authToken, String from, @Nullable URI apiUrl)
      implements ChannelConfig {
    @Override
    public String toString() {
      return "Twilio[" + id + "]";
    }
  }

  /**
   * A bot at Telegram.
   *
   * @param token whoever has it is the bot; it stands in every address that is called there
   * @param secretToken what Telegram sends along with each webhook; empty when it is polled
   * @param apiUrl the base that stands in for Telegram's own; null: Telegram's
   */
  record Telegram(String id, String token, Mode mode, String secretToken, @Nullable URI apiUrl)
      implements ChannelConfig {
    /** How messages come in. */
    public enum Mode {
      /** We ask for them: works behind any router, without a public address. */
      POLLING,
      /** Telegram calls us. */
      WEBHOOK
    }

    /** The bot's own id, which stands before the colon and is no secret. */
    public String bot() {
      int colon = token.indexOf(':');
      return colon < 0 ? id : token.substring(0, colon);
    }

    @Override
    public String toString() {
      return "Telegram[" + id + "]";
    }
  }
}
