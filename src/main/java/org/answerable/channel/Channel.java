package org.answerable.channel;

import java.time.Duration;
import java.time.Instant;
import org.answerable.organisation.ChannelConfig;

/** One way to reach phones. Implementations are safe for use by many threads. */
public interface Channel {
  /** The id in the organisation's file. */
  String id();

  /** The organisation whose channel it is. */
  String organisation();

  /** How many texts a second a node may send. */
  default int perSecond() {
    return ChannelConfig.PER_SECOND;
  }

  /** How long one person is left alone between two texts, where the provider wants that. */
  default Duration pausePerPerson() {
    return Duration.ZERO;
  }

  /** Sends one text, in a bounded time, and never throws for what the network does. */
  SendResult send(OutgoingMessage message);

  /**
   * Asks the provider whether it has a text, where what came of a send was never noted. In a
   * bounded time, and it never throws for what the network does.
   *
   * @param since the send did not begin before
   */
  default Acceptance accepted(OutgoingMessage message, Instant since) {
    return Acceptance.NOT_ASKED;
  }

  /**
   * Whether somebody is reached only for a day after they wrote: what is for them waits for their
   * next text.
   */
  default boolean onlyAnswers() {
    return false;
  }

  /**
   * Tells somebody whom nothing else reaches that an answer waits for their next text.
   *
   * @return {@link SendResult.Failed} where the channel has no words for that
   */
  default SendResult announce(Address to) {
    return new SendResult.Failed("no announcement");
  }
}
