package org.answerable.delivery;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** What people decide where the software must not: whether what is set aside is sent again. */
public interface Doubts {
  /** What they can decide. */
  enum Choice {
    /** It is sent again, and may arrive twice. */
    AGAIN,
    /** It is left as it is, and may not have arrived at all. */
    LEAVE;

    /** By the word of a form's button; empty: there is no such button. */
    public static Optional<Choice> ofWord(String word) {
      return switch (word) {
        case "again" -> Optional.of(AGAIN);
        case "leave" -> Optional.of(LEAVE);
        default -> Optional.empty();
      };
    }
  }

  /**
   * Notes a decision, in a feature's own transaction.
   *
   * @return false: somebody decided it before, and nothing was noted
   */
  boolean settle(Connection tx, Doubt doubt, Choice choice) throws SQLException;
}
