package org.answerable.channel.telegram;

/**
 * Deletes what was said in a chat, both ways, as far as Telegram lets a bot: the last 48 hours.
 * Which messages those are is kept nowhere. But a bot's private chats share one sequence of
 * numbers, and Telegram passes over those that are of other chats: so all that come before a
 * message are named, the newest first, until one is too old.
 *
 * @see <a href="https://core.telegram.org/bots/api#deletemessages">Telegram: deleteMessages</a>
 */
final class Clearing {
  /** How many of a bot's messages are named, whoever they are to. */
  static final int BACK = 3_000;

  /** What one call takes. */
  static final int AT_ONCE = 100;

  private Clearing() {}

  /**
   * @param last the newest that goes
   * @throws InterruptedException when this thread is asked to end
   */
  static void run(Sender sender, long chat, int last) throws InterruptedException {
    int end = Math.max(0, last - BACK);
    boolean goesOn = true;
    for (int to = last; goesOn && to > end; to -= AT_ONCE) {
      goesOn = delete(sender, chat, Math.max(end, to - AT_ONCE) + 1, to);
    }
  }

  /**
   * Halves what is refused, so that one old message keeps no young one.
   *
   * @return false: the rest is too old, or Telegram wants to hear no more
   */
  private static boolean delete(Sender sender, long chat, int from, int to)
      throws InterruptedException {
    return switch (sender.send(chat, Call.delete(chat, from, to))) {
      case Answer.Done done -> true;
      case Answer.Refused refused when refused.status() == 400 && from < to -> {
        int middle = from + (to - from) / 2;
        yield delete(sender, chat, middle + 1, to) && delete(sender, chat, from, middle);
      }
      case Answer other -> false;
    };
  }
}
