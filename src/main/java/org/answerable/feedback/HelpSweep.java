package org.answerable.feedback;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.answerable.delivery.Outbox;
import org.answerable.delivery.Outgoing;
import org.answerable.delivery.Phrase;
import org.answerable.organisation.Organisation;
import org.answerable.platform.Databases;
import org.answerable.platform.Login;
import org.springframework.stereotype.Component;

/**
 * Asks once whether an answer helped, some days after it was handed over: by then people know. It
 * costs them nothing to be asked, and nobody is asked who wants no texts, or notices only: those
 * are asked when they READ. After a dispute the next answer is asked about once more.
 */
@Component
public final class HelpSweep implements DailySweep {
  private final Databases databases;
  private final DueFeedbacks due;
  private final Feedbacks feedbacks;
  private final Outbox outbox;

  HelpSweep(Databases databases, DueFeedbacks due, Feedbacks feedbacks, Outbox outbox) {
    this.databases = databases;
    this.due = due;
    this.feedbacks = feedbacks;
    this.outbox = outbox;
  }

  @Override
  public int run(Organisation organisation, Instant now) throws SQLException {
    LocalDate today = organisation.day(now);
    List<FeedbackState> found =
        due.toFollowUp(
            organisation.id(),
            today.minus(FeedbackLimits.FOLLOW_UP_UNTIL),
            today.minus(FeedbackLimits.FOLLOW_UP_AFTER),
            FeedbackLimits.SWEEP_ROWS);
    return databases.inTransaction(
        Login.INBOX,
        tx -> {
          int asked = 0;
          for (FeedbackState state : found) {
            asked += ask(tx, organisation, state, now) ? 1 : 0;
          }
          return asked;
        });
  }

  /** False when another node was faster. */
  private boolean ask(Connection tx, Organisation organisation, FeedbackState state, Instant now)
      throws SQLException {
    var rules = new FeedbackRules(organisation);
    Step step = rules.followedUp(state, organisation.day(now));
    if (!feedbacks.add(tx, step)) {
      return false;
    }
    outbox.add(
        tx,
        Outgoing.of(
            Phrase.HELPED,
            organisation.id(),
            state.feedback(),
            step.after().number(),
            id(step.after()),
            Map.of(),
            now,
            !rules.isPublic(step.after())));
    return true;
  }

  private static UUID id(FeedbackState state) {
    String all = "helped/" + state.feedback() + "/" + state.number();
    return UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.US_ASCII));
  }
}
