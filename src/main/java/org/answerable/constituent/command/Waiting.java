package org.answerable.constituent.command;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.answerable.constituent.jdbc.EpochDesk;
import org.answerable.platform.keys.LivingEpochs;

/** Waits until the server that runs has changed an epoch. */
final class Waiting {
  private static final Duration POLL = Duration.ofMillis(500);

  /** A server that runs looks each ten seconds. */
  private static final Duration BEGIN_LIMIT = Duration.ofSeconds(60);

  private static final Duration LIMIT = Duration.ofMinutes(15);

  private Waiting() {}

  /**
   * Until an epoch after the one of before lives alone.
   *
   * @return whether it does
   */
  static boolean forNext(EpochDesk desk, EpochDesk.State before, Terminal terminal) {
    String organisation = before.organisation();
    terminal.say(organisation + ": asked for; waiting for the server …");
    long begun = System.nanoTime();
    while (true) {
      EpochDesk.State now = desk.one(organisation);
      LivingEpochs living = now.living();
      boolean waits = now.asked() || now.erase();
      if (!waits && !living.isChanging() && living.epoch() > before.living().epoch()) {
        terminal.say(
            "%s: epoch %d lives, and the keys of epoch %d are destroyed."
                .formatted(organisation, living.epoch(), living.epoch() - 1));
        terminal.say("The copy of the keys that you keep is old now: run 'keys copy' once more.");
        return true;
      }
      Duration waited = Duration.ofNanos(System.nanoTime() - begun);
      if (waits && waited.compareTo(BEGIN_LIMIT) > 0) {
        terminal.complain(
            organisation
                + ": no server has begun it. Does one run? It is asked for, and the next that runs"
                + " does it.");
        return false;
      }
      if (waited.compareTo(LIMIT) > 0) {
        terminal.complain(
            organisation + ": still changing. The server goes on; look with 'keys show'.");
        return false;
      }
      LockSupport.parkNanos(POLL.toNanos());
    }
  }
}
