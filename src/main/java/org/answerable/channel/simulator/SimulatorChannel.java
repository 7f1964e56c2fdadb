package org.answerable.channel.simulator;

import java.util.UUID;
import org.answerable.channel.Channel;
import org.answerable.channel.OutgoingMessage;
import org.answerable.channel.SendResult;

/** Sends to simulated phones. Like a network, it takes what is for a phone that is off. */
record SimulatorChannel(String organisation, String id, Phones phones) implements Channel {
  @Override
  public SendResult send(OutgoingMessage message) {
    phones.receive(id, message.to().value(), message.body());
    return new SendResult.Sent(UUID.randomUUID().toString());
  }
}
