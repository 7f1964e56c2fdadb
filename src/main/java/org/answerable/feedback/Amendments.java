package org.answerable.feedback;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** What leaders asked of published texts, as the inbox's login sees it. Each is asked once. */
public interface Amendments {
  /** Those of one feedback. */
  List<Amendment> of(String organisation, UUID feedback);

  void add(Connection tx, FeedbackState state, Amendment amendment) throws SQLException;

  /**
   * One of them.
   *
   * @param hash the text's salted hash, in hex
   */
  record Amendment(String hash, What what) {}

  /** What was asked. */
  enum What {
    CORRECTED,
    REMOVED
  }
}
