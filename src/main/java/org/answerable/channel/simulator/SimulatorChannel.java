package org.answerable.channel.simulator;

import org.answerable.channel.Channel;
import org.answerable.channel.OutgoingMessage;
import org.answerable.channel.SendResult;
import org.answerable.platform.sms.SmsText;

/** Sends to simulated phones. Like a network, it takes what is for a phone that is off. */
record SimulatorChannel(String organisation, String id, Phones phones) implements Channel {
  @Override
  public SendResult send(OutgoingMessage message) {
    SmsText.messages(message.body())
        .forEach(text -> phones.receive(id, message.to().value(), text));
    return new SendResult.Sent();
  }
}
