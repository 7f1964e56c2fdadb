package org.answerable.channel.simulator;

import java.time.InstantSource;
import org.answerable.channel.Address;
import org.answerable.channel.Inbound;
import org.answerable.channel.IncomingMessage;
import org.answerable.channel.Reply;
import org.answerable.platform.Ids;
import org.answerable.platform.sms.SmsText;

/** Carries a simulated phone's text to the line, and its reply back, as a network would. */
final class SimulatedLine {
  private final Phones phones;
  private final Inbound inbound;
  private final Ids ids;
  private final InstantSource clock;

  SimulatedLine(Phones phones, Inbound inbound, Ids ids, InstantSource clock) {
    this.phones = phones;
    this.inbound = inbound;
    this.ids = ids;
    this.clock = clock;
  }

  void send(Phone phone, String text) {
    var message =
        new IncomingMessage(
            phone.organisation(),
            ids.uuid().toString(),
            new Address(phone.channel(), phone.address()),
            text,
            clock.instant());
    Reply reply;
    try {
      reply = inbound.take(message);
    } catch (Inbound.Unavailable e) {
      phones.show(phone.number(), new PhoneText(PhoneText.From.MEMBER_NOT_SENT, text));
      return;
    }
    phones.show(phone.number(), new PhoneText(PhoneText.From.MEMBER, text));
    for (Reply.Text one : reply.texts()) {
      boolean asks = !one.choices().isEmpty();
      for (String part : SmsText.messages(one.body())) {
        phones.show(phone.number(), new PhoneText(PhoneText.From.LINE, part, asks));
      }
    }
  }
}
