package org.answerable.channel.telegram;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.answerable.channel.Address;
import org.answerable.channel.IncomingMessage;
import org.answerable.channel.Manner;
import org.answerable.organisation.ChannelConfig;
import org.jspecify.annotations.Nullable;

/** One bot of an organisation: who it is, and how it is spoken through. */
final class Bot {
  /** At most for a connection, and again for an answer. */
  static final Duration WAIT = Duration.ofSeconds(15);

  private final String organisation;
  private final ChannelConfig.Telegram config;
  private final @Nullable BotApi api;
  private final @Nullable Sender sender;

  private Bot(
      String organisation,
      ChannelConfig.Telegram config,
      @Nullable BotApi api,
      @Nullable Sender sender) {
    this.organisation = organisation;
    this.config = config;
    this.api = api;
    this.sender = sender;
  }

  static Bot of(
      String organisation, ChannelConfig.Telegram config, Duration wait, InstantSource clock) {
    var api = new BotApi(config, wait);
    return new Bot(organisation, config, api, new Sender(api, clock));
  }

  /** One that is heard, and calls nobody. */
  static Bot uncalled(String organisation, ChannelConfig.Telegram config) {
    return new Bot(organisation, config, null, null);
  }

  String organisation() {
    return organisation;
  }

  String channel() {
    return config.id();
  }

  ChannelConfig.Telegram config() {
    return config;
  }

  Optional<BotApi> api() {
    return Optional.ofNullable(api);
  }

  Optional<Sender> sender() {
    return Optional.ofNullable(sender);
  }

  /** Whether a webhook comes from Telegram; one that is polled has none. Tells no time. */
  boolean isProven(@Nullable String secret) {
    byte[] given = (secret == null ? "" : secret).getBytes(StandardCharsets.UTF_8);
    byte[] own = config.secretToken().getBytes(StandardCharsets.UTF_8);
    return MessageDigest.isEqual(own, given) && own.length > 0;
  }

  /** What a person did, as every channel hands it over. */
  IncomingMessage message(Update.Said said, Instant at) {
    String chat = Long.toString(said.chat());
    Manner manner =
        said.manner() instanceof Manner.Edited(boolean soon, String of)
            ? new Manner.Edited(soon, id(chat, of))
            : said.manner();
    return new IncomingMessage(
        organisation,
        said.press() == null ? id(chat, said.name()) : config.bot() + ":" + said.name(),
        new Address(config.id(), chat),
        said.text(),
        manner,
        at);
  }

  private String id(String chat, String name) {
    return config.bot() + ":" + chat + ":" + name;
  }

  void close() {
    if (api != null) {
      api.close();
    }
  }
}
