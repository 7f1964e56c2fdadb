package org.answerable.channel.telegram;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * When Telegram wants to hear from a bot again. It says so for a call and not for whom: so nothing
 * goes to that chat before, and when it says so of another chat meanwhile, nothing to anybody.
 *
 * @see <a href="https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this">
 *     Telegram: limits</a>
 */
final class RetryAfter {
  /** As many chats are told apart; more are a sign that the bot is meant. */
  private static final int CHATS = 1000;

  private final Map<Long, Instant> chats = new HashMap<>();
  private Instant bot = Instant.EPOCH;

  synchronized void note(long chat, Duration after, Instant now) {
    chats.values().removeIf(until -> !until.isAfter(now));
    Instant until = now.plus(after);
    boolean alone = chats.isEmpty() || chats.size() == 1 && chats.containsKey(chat);
    if (!alone && until.isAfter(bot)) {
      bot = until;
    }
    if (chats.size() < CHATS) {
      chats.merge(chat, until, (one, other) -> one.isAfter(other) ? one : other);
    }
  }

  /** How long a chat has to wait; zero: not at all. */
  synchronized Duration left(long chat, Instant now) {
    Instant until = chats.getOrDefault(chat, Instant.EPOCH);
    Instant last = until.isAfter(bot) ? until : bot;
    return last.isAfter(now) ? Duration.between(now, last) : Duration.ZERO;
  }
}
