package org.answerable.channel.telegram;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.answerable.channel.Channel;
import org.answerable.channel.ChannelKind;
import org.answerable.channel.Reachable;
import org.answerable.channel.UncalledChannel;
import org.answerable.organisation.ChannelConfig;
import org.answerable.organisation.Organisation;
import org.answerable.organisation.Organisations;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The bots of all organisations, opened once. */
final class Bots implements ChannelKind {
  private static final Logger LOG = LoggerFactory.getLogger(Bots.class);
  private final List<Bot> all;

  Bots(List<Bot> all) {
    this.all = List.copyOf(all);
  }

  static Bots of(Organisations organisations, Reachable reachable, InstantSource clock) {
    return new Bots(
        organisations.all().stream()
            .flatMap(
                home ->
                    home.channels(ChannelConfig.Telegram.class).stream()
                        .map(config -> open(home.id(), config, reachable, clock)))
            .toList());
  }

  private static Bot open(
      String organisation,
      ChannelConfig.Telegram config,
      Reachable reachable,
      InstantSource clock) {
    if (reachable.isCalled(config.apiUrl())) {
      return Bot.of(organisation, config, Bot.WAIT, clock);
    }
    LOG.info(
        "Channel {} does not call Telegram: this is the demo. To try it with your own phone, set"
            + " answerable.demo-real-channels=true.",
        config.id());
    return Bot.uncalled(organisation, config);
  }

  List<Bot> all() {
    return all;
  }

  Optional<Bot> find(String channel) {
    return all.stream().filter(bot -> bot.channel().equals(channel)).findFirst();
  }

  @Override
  public List<Channel> of(Organisation organisation) {
    return all.stream()
        .filter(bot -> bot.organisation().equals(organisation.id()))
        .map(Bots::channel)
        .toList();
  }

  private static Channel channel(Bot bot) {
    return bot.sender()
        .<Channel>map(sender -> new TelegramChannel(bot.organisation(), bot.channel(), sender))
        .orElseGet(() -> new UncalledChannel(bot.organisation(), bot.channel()));
  }

  void close() {
    all.forEach(Bot::close);
  }
}
