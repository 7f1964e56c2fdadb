package org.answerable.poll;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The priorities that came out of polls. Each change says whether it was the first. */
public interface Priorities {
  /** Leaves those of a poll that was just counted. */
  void add(Connection tx, Poll poll, List<Integer> options, LocalDate due) throws SQLException;

  /** Of one poll, in the order of their options. */
  List<Priority> of(String organisation, String poll);

  /** Those without an answer, the one that is due first before the others. */
  List<Priority> unanswered(String organisation);

  /** Those whose day passed without an answer, and of which that was not said. */
  List<Priority> late(String organisation, LocalDate today);

  /** Those whose promise's day passed, and of which that was not said. */
  List<Priority> broken(String organisation, LocalDate today);

  /** Notes that their day passed. */
  boolean overdue(Connection tx, Priority one) throws SQLException;

  /** Notes that leaders answered. */
  boolean answer(Connection tx, Priority one, LocalDate day, Priority.@Nullable Promise promise)
      throws SQLException;

  /** Notes that the promise was kept. */
  boolean keep(Connection tx, Priority one) throws SQLException;

  /** Notes that the day of the promise passed. */
  boolean miss(Connection tx, Priority one) throws SQLException;
}
