package org.answerable.feedback;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.answerable.delivery.Outbox;
import org.answerable.feedback.Promises.Late;
import org.answerable.organisation.Organisation;
import org.answerable.platform.Databases;
import org.answerable.platform.Login;
import org.answerable.platform.keys.Sealer;
import org.answerable.responselog.Closing;
import org.answerable.responselog.Staging;
import org.springframework.stereotype.Component;

/**
 * What was promised for a day that is over, and what a body outside has not answered by its day:
 * the log says so, and whoever asked is told.
 */
@Component
public final class PromiseSweep implements DailySweep {
  private final Databases databases;
  private final Feedbacks feedbacks;
  private final Promises promises;
  private final Sealer sealer;
  private final Staging staging;
  private final Outbox outbox;

  PromiseSweep(
      Databases databases,
      Feedbacks feedbacks,
      Promises promises,
      Sealer sealer,
      Staging staging,
      Outbox outbox) {
    this.databases = databases;
    this.feedbacks = feedbacks;
    this.promises = promises;
    this.sealer = sealer;
    this.staging = staging;
    this.outbox = outbox;
  }

  @Override
  public int run(Organisation organisation, Instant now) throws SQLException {
    LocalDate today = organisation.day(now);
    int all = 0;
    int swept;
    List<Late> found;
    do {
      found = promises.late(organisation.id(), today, FeedbackLimits.SWEEP_ROWS);
      swept = 0;
      for (Late one : found) {
        swept += sweep(organisation, one, now) ? 1 : 0;
      }
      all += swept;
    } while (found.size() == FeedbackLimits.SWEEP_ROWS && swept > 0);
    return all;
  }

  /** Each by itself: a feedback may have two. False when somebody was faster. */
  private boolean sweep(Organisation organisation, Late late, Instant now) throws SQLException {
    return databases.inTransaction(Login.INBOX, tx -> sweep(tx, organisation, late, now));
  }

  private boolean sweep(Connection tx, Organisation organisation, Late late, Instant now)
      throws SQLException {
    var rules = new FeedbackRules(organisation);
    var promise = late.promise();
    var made =
        new Commitment(
            sealer.openText(organisation.id(), late.response(), promise.text()),
            promise.ownerRole(),
            promise.due());
    FeedbackState state =
        feedbacks.find(organisation.id(), late.state().reference()).orElse(late.state());
    Step step = rules.missed(state, made, organisation.day(now));
    if (!feedbacks.add(tx, step)) {
      return false;
    }
    promises.addMissed(tx, organisation.id(), late.response(), step.day());
    boolean isPublic = rules.isPublic(step.after());
    byte[] hash = promise.hash();
    if (isPublic && hash != null) {
      var entry = Entries.missed(step, made, hash);
      UUID id = Closing.late(state.reference(), hash);
      staging.stage(tx, organisation.id(), id, entry, List.of());
    }
    outbox.add(tx, Promised.missed(step, late.response(), made, now, !isPublic));
    return true;
  }
}
