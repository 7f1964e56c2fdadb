package org.answerable.delivery;

import java.time.LocalDate;
import java.util.function.Supplier;
import org.answerable.channel.Channels;
import org.answerable.channel.Inbound;
import org.answerable.channel.IncomingMessage;
import org.answerable.channel.OutgoingMessage;
import org.answerable.channel.Reply;
import org.answerable.delivery.Queues.AsideText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Texts that no try could take, tried once more because somebody asked for it: once what was wrong
 * here is mended. They come in as what was written when it was; nobody is shown a word of them.
 */
public final class TextsAgain {
  /** As many at a time; somebody waits for the page. */
  static final int AT_ONCE = 20;

  private static final Logger LOG = LoggerFactory.getLogger(TextsAgain.class);
  private final Queues queues;
  private final Supplier<Inbound> inbound;
  private final Channels channels;

  /**
   * @param inbound not there yet when this begins
   */
  public TextsAgain(Queues queues, Supplier<Inbound> inbound, Channels channels) {
    this.queues = queues;
    this.inbound = inbound;
    this.channels = channels;
  }

  /** Those that were set aside for a reason on a day before one. What fails again stays. */
  public void run(String organisation, String channel, String reason, LocalDate before) {
    for (AsideText text : queues.texts(organisation, channel, reason, before, AT_ONCE)) {
      try {
        Reply reply = inbound.get().take(text.message());
        queues.taken(text);
        send(text.message(), reply);
      } catch (RuntimeException | AssertionError | StackOverflowError e) { // it may quote
        LOG.warn("channel {}: tried again, not taken: {}", channel, e.getClass().getSimpleName());
      }
    }
  }

  /** No webhook waits for it. Once is enough: whoever hears nothing may ask. */
  private void send(IncomingMessage message, Reply reply) {
    channels
        .find(message.address().channel())
        .ifPresent(
            channel ->
                reply
                    .texts()
                    .forEach(
                        text -> channel.send(new OutgoingMessage(message.address(), text.body()))));
  }
}
