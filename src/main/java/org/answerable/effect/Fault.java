package org.answerable.effect;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whose fault a failed commit is, by the class of its SQLSTATE.
 *
 * @see <a href="https://www.postgresql.org/docs/18/errcodes-appendix.html">PostgreSQL, appendix
 *     A</a>
 */
enum Fault {
  /** The connection, the server or its resources: nobody's message is to blame. */
  WORLD,
  /** Two transactions met: the same again succeeds. */
  MEETING,
  /** Somebody else was first with a key that must be unique. */
  UNIQUE,
  /** A value or a statement: one message of the batch, or our own bug. */
  DATA;

  private static final Set<String> WORLD_CLASSES =
      Set.of("08", "25", "28", "3D", "53", "54", "55", "57", "58", "F0", "XX");
  private static final Set<String> MEETINGS = Set.of("40001", "40P01");
  private static final String UNIQUE_VIOLATION = "23505";

  static Fault of(Exception e) {
    if (e instanceof SQLTransientConnectionException) {
      return WORLD;
    }
    String state = e instanceof SQLException sql ? sql.getSQLState() : null;
    if (e instanceof SQLException && state == null) {
      return WORLD;
    }
    return ofState(state);
  }

  private static Fault ofState(@Nullable String state) {
    if (state == null) {
      return DATA;
    }
    if (MEETINGS.contains(state)) {
      return MEETING;
    }
    if (state.equals(UNIQUE_VIOLATION)) {
      return UNIQUE;
    }
    return state.length() >= 2 && WORLD_CLASSES.contains(state.substring(0, 2)) ? WORLD : DATA;
  }
}
