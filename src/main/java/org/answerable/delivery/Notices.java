package org.answerable.delivery;

import java.util.Optional;
import org.answerable.channel.Address;
import org.answerable.channel.Channel;
import org.answerable.channel.Channels;
import org.answerable.channel.E164;
import org.answerable.channel.OutgoingMessage;
import org.answerable.channel.SendResult;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Texts to the organisation's own people, at an address that they gave for it. At least once: who
 * calls it tries again.
 */
public final class Notices {
  private static final Logger LOG = LoggerFactory.getLogger(Notices.class);
  private final Channels channels;

  public Notices(Channels channels) {
    this.channels = channels;
  }

  /** The one form of a number; empty when a text can't go there. */
  public Optional<String> address(String written) {
    return E164.normalise(written);
  }

  /**
   * Sends one text through a channel of the organisation.
   *
   * @return false: it should be tried again
   */
  public boolean send(String organisation, String channelId, String address, String text) {
    Optional<Channel> channel =
        channels.unwatched(channelId).filter(one -> one.organisation().equals(organisation));
    if (channel.isEmpty()) {
      LOG.warn("a notice could not be sent: no channel {}", channelId);
      return true;
    }
    var message = new OutgoingMessage(new Address(channelId, address), text);
    return switch (channel.get().send(message)) {
      case SendResult.Sent sent -> true;
      case SendResult.Uncertain uncertain -> {
        LOG.info("channel {}: a notice is sent again: {}", channelId, uncertain.why());
        yield false;
      }
      case SendResult.Retry retry -> {
        LOG.info("channel {}: a notice waits: {}", channelId, retry.why());
        yield false;
      }
      case SendResult.Failed failed -> {
        LOG.warn("channel {}: a notice was refused: {}", channelId, failed.why());
        yield true;
      }
      case SendResult.Gone gone -> {
        LOG.warn("channel {}: a notice's address is known to nobody", channelId);
        yield true;
      }
      case SendResult.OptedOut optedOut -> {
        LOG.warn("channel {}: a notice's address has stopped us", channelId);
        yield true;
      }
    };
  }
}
