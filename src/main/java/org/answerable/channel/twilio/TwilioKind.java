package org.answerable.channel.twilio;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.answerable.channel.Channel;
import org.answerable.channel.ChannelKind;
import org.answerable.channel.Reachable;
import org.answerable.channel.UncalledChannel;
import org.answerable.organisation.ChannelConfig;
import org.answerable.organisation.Organisation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens an organisation's Twilio numbers for sending. */
final class TwilioKind implements ChannelKind {
  private static final Logger LOG = LoggerFactory.getLogger(TwilioKind.class);

  /** At most for a connection, and again for an answer. */
  static final Duration WAIT = Duration.ofSeconds(15);

  private final boolean onlyLoopback;
  private final InstantSource clock;

  /**
   * @param onlyLoopback whether a channel that leads out of this machine stays uncalled
   */
  TwilioKind(boolean onlyLoopback, InstantSource clock) {
    this.onlyLoopback = onlyLoopback;
    this.clock = clock;
  }

  @Override
  public List<Channel> of(Organisation organisation) {
    return organisation.channels(ChannelConfig.Twilio.class).stream()
        .map(config -> open(organisation.id(), config))
        .toList();
  }

  private Channel open(String organisation, ChannelConfig.Twilio config) {
    if (!isCalled(config)) {
      LOG.info(
          "Channel {} takes texts and sends none: this is the demo. To try it with your own phone,"
              + " set answerable.demo-real-channels=true.",
          config.id());
      return new UncalledChannel(organisation, config.id());
    }
    return new TwilioChannel(organisation, config, WAIT, clock);
  }

  /** The demo calls nobody outside of this machine. */
  boolean isCalled(ChannelConfig.Twilio config) {
    return new Reachable(onlyLoopback).isCalled(config.apiUrl());
  }
}
