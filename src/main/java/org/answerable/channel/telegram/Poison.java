package org.answerable.channel.telegram;

import java.util.LinkedHashMap;
import java.util.Map;
import org.answerable.channel.IncomingMessage;
import org.answerable.channel.PoisonMessages;
import org.answerable.platform.Sha256;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives up messages that could not be taken, try after try, while others could: they would come
 * again for ever. Safe for use by many threads.
 */
final class Poison {
  /** How often one is tried. */
  static final int TRIES = 5;

  /** As many are told apart; with more, the first begin anew. */
  private static final int MAX = 1_000;

  private static final Logger LOG = LoggerFactory.getLogger(Poison.class);
  private final PoisonMessages messages;
  private final Map<String, Integer> tries =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Integer> eldest) {
          return size() > MAX;
        }
      };

  Poison(PoisonMessages messages) {
    this.messages = messages;
  }

  /**
   * Counts one more try.
   *
   * @param message null: it could not be read
   * @param why the name of a class
   * @return whether it was the last, and that is noted
   */
  synchronized boolean isGivenUp(
      Bot bot, int update, @Nullable IncomingMessage message, String why) {
    String name = bot.config().bot() + ":" + update;
    if (tries.merge(name, 1, Integer::sum) < TRIES || !isNoted(bot, name, message, why)) {
      return false;
    }
    tries.remove(name);
    LOG.warn(
        "channel {}: a message could not be taken {} times and was set aside: {}",
        bot.channel(),
        TRIES,
        why);
    return true;
  }

  private boolean isNoted(Bot bot, String name, @Nullable IncomingMessage message, String why) {
    try {
      return message == null
          ? messages.setAside(bot.organisation(), bot.channel(), Sha256.of(name), why)
          : messages.setAside(message, Sha256.of(name), why);
    } catch (RuntimeException e) { // the database is away: it stays where it is
      return false;
    }
  }
}
