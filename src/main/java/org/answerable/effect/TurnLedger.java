package org.answerable.effect;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Where it is decided, across all nodes, which messages are new and whose turn it is. */
public interface TurnLedger {
  /**
   * Remembers the messages' ids and replies, and moves each session by compare-and-set, in the
   * transaction of the commit.
   *
   * @param batch of one organisation and one epoch; no id and no constituent comes twice
   * @return one claim for each turn, in their order
   */
  List<Claim> claim(Connection tx, List<Turn> batch) throws SQLException;

  /** What the ledger says of one turn. */
  sealed interface Claim {
    /** New, and its session moved: write its effects. */
    record Taken() implements Claim {}

    /** Committed before, with this reply. */
    record Known(int epoch, byte[] reply) implements Claim {}

    /**
     * New, but its session or its epoch stands elsewhere: the transaction must not be committed.
     */
    record Behind() implements Claim {}
  }
}
