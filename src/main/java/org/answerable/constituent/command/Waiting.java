package org.answerable.constituent.command;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntSupplier;
import org.answerable.constituent.jdbc.EpochDesk;
import org.answerable.platform.Command;
import org.answerable.platform.keys.LivingEpochs;
import org.springframework.dao.DataAccessException;

/** Waits until the server that runs has changed an epoch. */
final class Waiting {
  private static final Duration POLL = Duration.ofMillis(500);

  /** A server that runs looks each ten seconds. */
  private static final Duration BEGIN_LIMIT = Duration.ofSeconds(60);

  private static final Duration LIMIT = Duration.ofMinutes(15);

  private Waiting() {}

  /**
   * Does what asks the server for something, and waits. The request outlives whoever waits, so
   * where the database goes away meanwhile nobody may believe that nothing comes of it.
   */
  static int onServer(Terminal terminal, IntSupplier work) {
    try {
      return work.getAsInt();
    } catch (DataAccessException e) {
      // without its text, which may hold what was asked for
      terminal.complain(
          "The database went away. What was asked for stands, and the server does it as soon as it"
              + " runs again: 'keys show' tells whether it was asked for, or is done.");
      return Command.FAILED;
    }
  }

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
            "%s: epoch %d lives, and the keys of epoch %d are destroyed, but for its messages' one:"
                    .formatted(organisation, living.epoch(), living.epoch() - 1)
                + " by it a repeated text is known, and it goes with the next change.");
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
