package org.answerable.poll;

import java.sql.SQLException;
import java.time.LocalDate;
import org.answerable.organisation.Organisation;
import org.answerable.platform.Databases;
import org.answerable.platform.Login;
import org.answerable.platform.keys.KeyRefused;
import org.answerable.platform.keys.PollKeys;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens what is to be opened and closes what is to be closed, on whatever node, and destroys the
 * keys that a kill left behind.
 */
public final class PollSweep {
  private static final Logger LOG = LoggerFactory.getLogger(PollSweep.class);
  private final Databases databases;
  private final Polls polls;
  private final Ballots ballots;
  private final PollKeys keys;
  private final Closing closing;
  private final Uncounted uncounted;

  PollSweep(
      Databases databases,
      Polls polls,
      Ballots ballots,
      PollKeys keys,
      Closing closing,
      Uncounted uncounted) {
    this.databases = databases;
    this.uncounted = uncounted;
    this.polls = polls;
    this.ballots = ballots;
    this.keys = keys;
    this.closing = closing;
  }

  /**
   * One organisation's.
   *
   * @param today at its place
   */
  public void run(Organisation organisation, LocalDate today) throws SQLException {
    for (Poll poll : polls.toOpen(organisation.id(), today)) {
      open(poll);
    }
    for (Poll poll : polls.toClose(organisation.id(), today)) {
      close(organisation, poll, today);
    }
    // left by a kill, or by who agreed to what was being discarded
    for (String over : polls.over(organisation.id(), keys.polls(organisation.id()))) {
      keys.destroy(organisation.id(), over);
    }
    LocalDate earlier = today.minus(PollLimits.REMEMBERED);
    for (String poll : uncounted.toTell(organisation.id(), earlier)) {
      closing.tellLate(organisation.id(), poll, today);
    }
  }

  /** One that can't be counted must not hold up the others. */
  private void close(Organisation organisation, Poll poll, LocalDate today) throws SQLException {
    try {
      closing.close(organisation, poll, today);
    } catch (KeyRefused e) {
      LOG.error("A poll can't be closed: {}", e.getMessage());
    } catch (RuntimeException e) { // only its name: what is wrong may quote a vote
      LOG.error("Poll {} can't be closed: {}", poll.reference(), e.getClass().getSimpleName());
    }
  }

  private boolean open(Poll poll) throws SQLException {
    return databases.inTransaction(
        Login.POLL,
        tx -> {
          boolean opened = polls.move(tx, poll, PollState.OPEN);
          if (opened) {
            ballots.open(tx, poll);
          }
          return opened;
        });
  }
}
