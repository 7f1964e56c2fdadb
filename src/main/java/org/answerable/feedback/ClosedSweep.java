package org.answerable.feedback;

import java.sql.SQLException;
import java.time.Instant;
import org.answerable.organisation.Organisation;
import org.answerable.responselog.Closing;
import org.springframework.stereotype.Component;

/**
 * What accuses somebody and was in the log before anybody knew is late in public on the same day as
 * any other, whatever leaders did about it since.
 */
@Component
public final class ClosedSweep implements DailySweep {
  private final Closing closing;

  ClosedSweep(Closing closing) {
    this.closing = closing;
  }

  @Override
  public int run(Organisation organisation, Instant now) throws SQLException {
    return closing.tellLate(
        organisation.id(), organisation.day(now), new FeedbackRules(organisation)::nextRole);
  }
}
