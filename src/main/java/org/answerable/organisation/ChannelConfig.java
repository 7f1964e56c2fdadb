package org.answerable.organisation;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** A channel as the organisation's file declares it. */
public sealed interface ChannelConfig {
  /** Texts that a node sends through one channel in a second, where nothing else is said. */
  int PER_SECOND = 10;

  /** Unique in the instance; stands in the webhook's URL. */
  String id();

  /** The kind's word. Two numbers of one kind know the same people. */
  default String kind() {
    return switch (this) {
      case Simulator simulator -> "simulator";
      case Twilio twilio ->
          switch (twilio.via()) {
            case SMS -> "sms";
            case WHATSAPP -> "whatsapp";
          };
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
   * Text messages or WhatsApp through Twilio.
   *
   * @param from the number that members text, E.164
   * @param perSecond texts that a node sends in a second
   * @param apiUrl the base that stands in for Twilio's own; null: Twilio's
   * @param template of WhatsApp: what tells somebody that an answer waits for their next text;
   *     null: nothing tells them
   */
  record Twilio(
      String id,
      Via via,
      String accountSid,
      String authToken,
      String from,
      int perSecond,
      @Nullable URI apiUrl,
      @Nullable String template)
      implements ChannelConfig {
    /** Text messages. */
    public Twilio(
        String id, String accountSid, String authToken, String from, @Nullable URI apiUrl) {
      this(id, Via.SMS, accountSid, authToken, from, PER_SECOND, apiUrl, null);
    }

    /** What carries it. */
    public enum Via {
      SMS,
      WHATSAPP
    }

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
