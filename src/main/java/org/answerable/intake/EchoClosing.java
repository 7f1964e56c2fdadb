package org.answerable.intake;

import java.sql.SQLException;
import java.time.Instant;
import org.answerable.organisation.Organisation;

/** Parts whoever said "this happened to me too" from the entry, for good. */
public interface EchoClosing {
  /**
   * Of each entry that takes no more the tags are deleted and the key destroyed. Killed between the
   * two, the next slot goes on.
   */
  void close(Organisation organisation, Instant now) throws SQLException;
}
