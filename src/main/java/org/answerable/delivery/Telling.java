package org.answerable.delivery;

import java.time.Instant;
import java.util.UUID;
import org.answerable.channel.Address;
import org.answerable.channel.Channel;
import org.answerable.channel.Channels;
import org.answerable.channel.OutgoingMessage;
import org.answerable.channel.SendResult;
import org.answerable.constituent.Vault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Texts of ours that answer nothing, to one person at a time. They share their channel's rate with
 * the answers, and are never sent twice: whoever calls it has noted before that it is sent.
 */
public final class Telling {
  private static final Logger LOG = LoggerFactory.getLogger(Telling.class);
  private final Channels channels;
  private final Rates rates;
  private final Vault vault;

  Telling(Channels channels, Rates rates, Vault vault) {
    this.channels = channels;
    this.rates = rates;
    this.vault = vault;
  }

  /** Whether anything reaches somebody there who has not just written. */
  public boolean reaches(Address to) {
    return channels.find(to.channel()).filter(channel -> !channel.onlyAnswers()).isPresent();
  }

  /** Takes the place of one text, if there is one now. */
  public boolean takePlace(Address to, Instant now) {
    return rates.take(to, now);
  }

  /**
   * Sends one.
   *
   * @return false: nothing left, and it may be tried again
   */
  public boolean tell(String organisation, UUID who, Address to, String text) {
    Channel channel =
        channels
            .find(to.channel())
            .orElseThrow(() -> new IllegalStateException("no channel " + to.channel()));
    switch (channel.send(new OutgoingMessage(to, text))) {
      case SendResult.Retry retry -> {
        LOG.info("channel {}: not told yet: {}", channel.id(), retry.why());
        return false;
      }
      case SendResult.OptedOut optedOut -> vault.stop(organisation, who);
      case SendResult.Gone gone -> vault.forget(organisation, who);
      case SendResult.Failed failed ->
          LOG.warn("channel {}: not told: {}", channel.id(), failed.why());
      case SendResult.Uncertain uncertain ->
          LOG.warn("channel {}: uncertain whether told: {}", channel.id(), uncertain.why());
      case SendResult.Sent sent -> {}
    }
    return true;
  }
}
