package org.answerable.feedback;

import java.sql.SQLException;
import java.util.UUID;
import org.answerable.delivery.Doubt;
import org.answerable.delivery.Doubts;
import org.answerable.leader.Leader;
import org.answerable.platform.Databases;
import org.answerable.platform.Login;

/** A leader decides about a response that did not leave, or of which nobody knows. */
public final class UncertainResponses {
  private final Inbox inbox;
  private final Doubts doubts;
  private final Databases databases;

  UncertainResponses(Inbox inbox, Doubts doubts, Databases databases) {
    this.inbox = inbox;
    this.doubts = doubts;
    this.databases = databases;
  }

  /** What became of a decision. */
  public enum Settled {
    DONE,
    /** Somebody decided before, or there is nothing to decide any more. */
    BEFORE,
    /** For this leader there is no such response. */
    UNKNOWN
  }

  /**
   * Decides, once: of two leaders at once the second learns of it.
   *
   * @param round that the leader saw
   */
  public Settled settle(
      Leader leader, String reference, UUID response, int round, Doubts.Choice choice)
      throws SQLException {
    var given =
        inbox.read(leader, reference).stream()
            .filter(thread -> !thread.state().isWithdrawn())
            .flatMap(thread -> thread.responses().stream())
            .filter(one -> one.id().equals(response))
            .findFirst();
    if (given.isEmpty()) {
      return Settled.UNKNOWN;
    }
    if (!given.get().undecided() || given.get().round() != round) {
      return Settled.BEFORE;
    }
    var doubt = new Doubt(leader.organisation(), response, round);
    boolean first = databases.inTransaction(Login.INBOX, tx -> doubts.settle(tx, doubt, choice));
    return first ? Settled.DONE : Settled.BEFORE;
  }
}
