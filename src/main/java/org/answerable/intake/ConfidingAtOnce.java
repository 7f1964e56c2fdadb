package org.answerable.intake;

import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.answerable.organisation.Organisation;

/** Applies the one decision of a reader that does not wait for its slot. */
public interface ConfidingAtOnce {
  /**
   * Gives to the focal point what a reader decided to be for them alone. What fails here, the next
   * slot does.
   */
  void confide(Organisation organisation, UUID feedback, Instant now) throws SQLException;
}
