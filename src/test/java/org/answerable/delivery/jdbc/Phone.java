package org.answerable.delivery.jdbc;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.answerable.channel.Channel;
import org.answerable.channel.OutgoingMessage;
import org.answerable.channel.SendResult;

/** A channel that keeps what it was given and answers as it is told. */
final class Phone implements Channel {
  static final SendResult SENT = new SendResult.Sent("SM1");
  private final List<OutgoingMessage> sent = new CopyOnWriteArrayList<>();
  private volatile SendResult result = SENT;

  void answers(SendResult next) {
    result = next;
  }

  List<OutgoingMessage> sent() {
    return sent;
  }

  @Override
  public String id() {
    return "line";
  }

  @Override
  public String organisation() {
    return "baraza";
  }

  @Override
  public SendResult send(OutgoingMessage message) {
    sent.add(message);
    return result;
  }
}
