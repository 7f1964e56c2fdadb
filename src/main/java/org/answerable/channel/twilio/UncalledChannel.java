package org.answerable.channel.twilio;

import org.answerable.channel.Channel;
import org.answerable.channel.OutgoingMessage;
import org.answerable.channel.SendResult;

/** A channel that the demo takes texts from and sends nothing to: it leads out of this machine. */
record UncalledChannel(String organisation, String id) implements Channel {
  @Override
  public SendResult send(OutgoingMessage message) {
    return new SendResult.Failed("the demo calls nobody outside of this machine");
  }
}
