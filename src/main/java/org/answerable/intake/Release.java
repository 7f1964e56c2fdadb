package org.answerable.intake;

import java.sql.SQLException;
import java.time.Instant;
import org.answerable.organisation.Organisation;

/** Lets leaders see what waited in the intake. */
public interface Release {
  /**
   * Releases, in one transaction with its log entries, whatever of an organisation may be released
   * now; and what was added to, or said about, feedbacks released before.
   *
   * @param first of its slot: the others hear nothing of what is said about feedbacks released
   *     before, for those of this slot are not in the log yet, where they might have to be closed
   * @return how many texts and details left the intake; more may wait unless it is 0
   */
  int run(Organisation organisation, Instant now, boolean first) throws SQLException;
}
