package org.answerable.delivery;

import java.sql.Connection;
import java.sql.SQLException;

/** What people decide where the software must not: whether what is set aside is sent again. */
public interface Doubts {
  /**
   * Notes a decision, in a feature's own transaction.
   *
   * @param again false: it is left as it is
   * @return false: somebody decided it before, and nothing was noted
   */
  boolean settle(Connection tx, Doubt doubt, boolean again) throws SQLException;
}
