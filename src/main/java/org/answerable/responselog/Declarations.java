package org.answerable.responselog;

import java.sql.SQLException;
import java.time.Instant;
import org.answerable.organisation.Organisation;

/** What organisations declare, in their logs before it counts. */
public interface Declarations {
  /**
   * The first time in a process: says in the log, signed, what is not as the log says it; where
   * nothing changed it writes nothing, and of several nodes one writes. Later it only looks: two
   * nodes that read different files would otherwise contradict each other for ever.
   *
   * @param now the moment that the entries are of
   * @return whether the log says now what this process goes by; else nothing may be released here
   * @throws LogStopped when the log can't go on
   */
  boolean settle(Organisation organisation, Instant now) throws SQLException;
}
