package org.answerable.channel;

/** One way to reach phones. Implementations are safe for use by many threads. */
public interface Channel {
  /** The id in the organisation's file. */
  String id();

  /** The organisation whose channel it is. */
  String organisation();

  /** Sends one text, in a bounded time, and never throws for what the network does. */
  SendResult send(OutgoingMessage message);
}
