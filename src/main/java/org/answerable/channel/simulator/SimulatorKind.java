package org.answerable.channel.simulator;

import java.util.List;
import org.answerable.channel.Channel;
import org.answerable.channel.ChannelKind;
import org.answerable.organisation.ChannelConfig;
import org.answerable.organisation.Organisation;

/** Opens an organisation's simulated lines. */
record SimulatorKind(Phones phones) implements ChannelKind {
  @Override
  public List<Channel> of(Organisation organisation) {
    return organisation.channels(ChannelConfig.Simulator.class).stream()
        .<Channel>map(config -> new SimulatorChannel(organisation.id(), config.id(), phones))
        .toList();
  }
}
