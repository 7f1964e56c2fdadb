package org.answerable.channel.telegram;

import java.util.concurrent.Semaphore;

/**
 * Calls that make a chat look right and that no effect hangs on: nobody waits for them, none is
 * repeated, and with too many under way the next are left out.
 */
final class Errands {
  private static final int MAX = 256;
  private final Semaphore free = new Semaphore(MAX);

  void run(Bot bot, long chat, Call... calls) {
    bot.sender()
        .filter(sender -> free.tryAcquire())
        .ifPresent(
            sender -> Thread.ofVirtual().name("errand").start(() -> run(sender, chat, calls)));
  }

  private void run(Sender sender, long chat, Call... calls) {
    try {
      for (Call call : calls) {
        sender.send(chat, call);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      free.release();
    }
  }
}
