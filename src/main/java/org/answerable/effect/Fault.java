package org.answerable.effect;

import java.sql.SQLException;
import java.util.Set;
import org.answerable.platform.Databases;

/**
 * Whose fault a failed commit is, by its SQLSTATE.
 *
 * @see <a href="https://www.postgresql.org/docs/18/errcodes-appendix.html">PostgreSQL, appendix
 *     A</a>
 */
enum Fault {
  /** The connection, the server or its resources: nobody's message is to blame. */
  WORLD,
  /** Two transactions met: the same again succeeds. */
  MEETING,
  /** Somebody else was first: with a key that must be unique, or in removing whom it is about. */
  OVERTAKEN,
  /** A value or a statement: one message of the batch, or our own bug. */
  DATA;

  private static final Set<String> MEETINGS = Set.of("40001", "40P01");

  /** Unique violation, foreign key violation. */
  private static final Set<String> OVERTAKINGS = Set.of("23505", "23503");

  static Fault of(Exception e) {
    return e instanceof SQLException sql ? of(sql) : DATA;
  }

  private static Fault of(SQLException e) {
    if (Databases.isAway(e)) {
      return WORLD;
    }
    if (MEETINGS.contains(e.getSQLState())) {
      return MEETING;
    }
    return OVERTAKINGS.contains(e.getSQLState()) ? OVERTAKEN : DATA;
  }
}
