package org.answerable.feedback;

import java.sql.SQLException;
import java.time.Instant;
import org.answerable.organisation.Organisation;

/** What becomes due by itself, also when nobody opens the inbox. Done twice, it is done once. */
public interface DailySweep {
  /**
   * Sweeps one organisation.
   *
   * @return how many feedbacks it found
   */
  int run(Organisation organisation, Instant now) throws SQLException;
}
