package org.answerable.feedback;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.answerable.organisation.Organisation;
import org.answerable.platform.Databases;
import org.answerable.platform.Login;
import org.answerable.responselog.Closing;
import org.answerable.responselog.Staging;
import org.springframework.stereotype.Component;

/**
 * The daily sweep: what nobody answered by its day goes to the next role too, and the log says so.
 * Each feedback once, however often and on however many nodes it runs.
 */
@Component
public final class OverdueSweep {
  private final Databases databases;
  private final DueFeedbacks due;
  private final Feedbacks feedbacks;
  private final Staging staging;

  OverdueSweep(Databases databases, DueFeedbacks due, Feedbacks feedbacks, Staging staging) {
    this.databases = databases;
    this.due = due;
    this.feedbacks = feedbacks;
    this.staging = staging;
  }

  /**
   * Sweeps one organisation.
   *
   * @param today at the organisation's place
   * @return how many became overdue
   */
  public int run(Organisation organisation, LocalDate today) throws SQLException {
    int all = 0;
    List<FeedbackState> found;
    int swept;
    do {
      found = due.overdue(organisation.id(), today, FeedbackLimits.SWEEP_ROWS);
      swept = sweep(organisation, found, today);
      all += swept;
    } while (found.size() == FeedbackLimits.SWEEP_ROWS && swept > 0);
    return all;
  }

  private int sweep(Organisation organisation, List<FeedbackState> found, LocalDate today)
      throws SQLException {
    return databases.inTransaction(
        Login.INBOX,
        tx -> {
          int swept = 0;
          for (FeedbackState state : found) {
            swept += sweep(tx, organisation, state, today) ? 1 : 0;
          }
          return swept;
        });
  }

  /** False when another node was faster. */
  private boolean sweep(
      Connection tx, Organisation organisation, FeedbackState state, LocalDate today)
      throws SQLException {
    var rules = new FeedbackRules(organisation);
    var step = rules.overdue(state, today);
    if (step.isEmpty() || !feedbacks.add(tx, step.get())) {
      return false;
    }
    if (rules.isPublic(step.get().after())) {
      var entry = Entries.overdue(step.get(), state.withRole());
      UUID late = Closing.late(state.reference());
      staging.stage(tx, organisation.id(), late, entry, List.of());
    }
    return true;
  }
}
