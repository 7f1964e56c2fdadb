package org.answerable.channel.telegram;

import java.util.concurrent.Semaphore;
import org.answerable.channel.Reply;

/**
 * Calls that make a chat look right and that no effect hangs on: nobody waits for them, none is
 * repeated, and with too many under way the next are left out.
 */
final class Errands {
  private static final int MAX = 256;
  private final Semaphore free = new Semaphore(MAX);

  /** What is done through a bot. */
  interface Errand {
    void run(Sender sender) throws InterruptedException;
  }

  /** After a person did something: a press is answered, and a chat cleared that is to be. */
  void after(Bot bot, Update.Said said, Reply reply) {
    Update.Press press = said.press();
    if (press != null) {
      run(
          bot,
          sender -> {
            sender.send(said.chat(), Call.pressed(press));
            if (!Call.isInstead(said, reply)) {
              sender.send(said.chat(), Call.withoutButtons(said.chat(), press));
            }
          });
    }
    if (reply.clears()) {
      run(bot, sender -> Clearing.run(sender, said.chat(), said.message()));
    }
  }

  void leave(Bot bot, long chat) {
    run(bot, sender -> sender.send(chat, Call.leave(chat)));
  }

  private void run(Bot bot, Errand errand) {
    bot.sender()
        .filter(sender -> free.tryAcquire())
        .ifPresent(sender -> Thread.ofVirtual().name("errand").start(() -> run(sender, errand)));
  }

  private void run(Sender sender, Errand errand) {
    try {
      errand.run(sender);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      free.release();
    }
  }
}
