package org.answerable.feedback;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.answerable.organisation.Organisation;
import org.answerable.platform.Databases;
import org.answerable.platform.Login;
import org.answerable.responselog.Staging;
import org.springframework.stereotype.Component;

/**
 * The daily sweep: what nobody answered by its day goes to the next role too, and the log says so.
 * Each feedback once, however often and on however many nodes it runs.
 */
@Component
public final class OverdueSweep {
  private final Databases databases;
  private final Releases releases;
  private final Staging staging;

  OverdueSweep(Databases databases, Releases releases, Staging staging) {
    this.databases = databases;
    this.releases = releases;
    this.staging = staging;
  }

  /**
   * Sweeps one organisation.
   *
   * @param today at the organisation's place
   * @return how many became overdue
   */
  public int run(Organisation organisation, LocalDate today) throws SQLException {
    int swept = 0;
    Batch batch;
    do {
      batch = databases.inTransaction(Login.INTAKE, tx -> sweep(tx, organisation, today));
      swept += batch.swept();
    } while (batch.found() == FeedbackLimits.SWEEP_ROWS && batch.swept() > 0);
    return swept;
  }

  private Batch sweep(Connection tx, Organisation organisation, LocalDate today)
      throws SQLException {
    var rules = new FeedbackRules(organisation);
    var found = releases.overdue(tx, organisation.id(), today, FeedbackLimits.SWEEP_ROWS);
    int swept = 0;
    for (FeedbackState state : found) {
      var step = rules.overdue(state, today);
      if (step.isPresent() && releases.add(tx, step.get())) {
        swept++;
        if (rules.isPublic(step.get().after())) {
          var entry = Entries.overdue(step.get(), state.withRole());
          staging.stage(tx, organisation.id(), List.of(entry));
        }
      }
    }
    return new Batch(found.size(), swept);
  }

  private record Batch(int found, int swept) {}
}
