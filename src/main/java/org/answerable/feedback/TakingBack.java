package org.answerable.feedback;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.answerable.delivery.Outbox;
import org.answerable.delivery.TakenBack;
import org.answerable.feedback.FeedbackThread.GivenResponse;
import org.answerable.leader.Leader;
import org.answerable.organisation.Organisation;
import org.answerable.organisation.Organisations;
import org.answerable.platform.Databases;
import org.answerable.platform.Login;

/**
 * Undoes a response as long as nothing of it has left: neither to the phone, for which there are 30
 * seconds at least, nor into the log, which changes at its slot. Its step stays, and the next one
 * says that it was taken back: leaders see what happened, nobody else does.
 */
public final class TakingBack {
  private final Organisations organisations;
  private final Inbox inbox;
  private final Feedbacks feedbacks;
  private final Databases databases;
  private final Outbox outbox;

  TakingBack(
      Organisations organisations,
      Inbox inbox,
      Feedbacks feedbacks,
      Databases databases,
      Outbox outbox) {
    this.organisations = organisations;
    this.inbox = inbox;
    this.feedbacks = feedbacks;
    this.databases = databases;
    this.outbox = outbox;
  }

  /** What became of it. */
  public enum Undone {
    DONE,
    /** Something of it has left, or something happened since. */
    TOO_LATE,
    /** For this leader there is no such response. */
    UNKNOWN
  }

  /** All of it, or nothing. */
  public Undone undo(Leader leader, String reference, UUID response, Instant now)
      throws SQLException {
    Optional<FeedbackThread> thread = inbox.read(leader, reference);
    Optional<GivenResponse> given =
        thread.stream()
            .flatMap(found -> found.responses().stream())
            .filter(one -> one.id().equals(response) && one.decision().isResponse())
            .findFirst();
    if (thread.isEmpty() || given.isEmpty()) {
      return Undone.UNKNOWN;
    }
    FeedbackState state = thread.get().state();
    if (state.number() != given.get().number()) {
      return Undone.TOO_LATE;
    }
    try {
      return databases.inTransaction(
          Login.INBOX,
          tx -> {
            var taken = taken(thread.get(), given.get(), now);
            // the step first, as whoever answers: in the other order each could wait for the other
            if (!feedbacks.add(tx, step(thread.get(), given.get(), taken.today()))
                || !outbox.takeBack(tx, taken)) {
              throw new Moved();
            }
            return Undone.DONE;
          });
    } catch (Moved e) {
      return Undone.TOO_LATE;
    }
  }

  private TakenBack taken(FeedbackThread thread, GivenResponse given, Instant now) {
    Organisation organisation = organisations.get(thread.state().organisation());
    return new TakenBack(
        organisation.id(),
        thread.state().feedback(),
        given.id(),
        thread.isPublic(),
        before(thread, given).isEmpty(),
        now.plus(FeedbackLimits.UNDO_MARGIN),
        organisation.day(now));
  }

  private Step step(FeedbackThread thread, GivenResponse given, LocalDate today) {
    FeedbackState state = thread.state();
    return new FeedbackRules(organisations.get(state.organisation()))
        .takenBack(state, before(thread, given), stood(thread, given), thread.role(), today);
  }

  /** Where it stood before the response: the last of the steps that move it. */
  private static FeedbackStatus stood(FeedbackThread thread, GivenResponse given) {
    var takenBack =
        thread.responses().stream()
            .filter(GivenResponse::isTakenBack)
            .map(GivenResponse::number)
            .toList();
    var status = FeedbackStatus.RELEASED;
    for (Feedbacks.StepRow step : thread.steps()) {
      if (step.number() < given.number() && !takenBack.contains(step.number())) {
        status =
            switch (step.what()) {
              // a question back waits no more once there was an answer
              case ACKNOWLEDGED, ASKED, CAME_BACK -> FeedbackStatus.ACKNOWLEDGED;
              case ANSWERED -> FeedbackStatus.ANSWERED;
              case CONFIRMED -> FeedbackStatus.CONFIRMED;
              case PARTLY -> FeedbackStatus.PARTLY;
              case DISPUTED -> FeedbackStatus.DISPUTED;
              case WITHDRAWN -> FeedbackStatus.WITHDRAWN;
              case RELEASED, ADDED, SORTED, RAISED, TAKEN_BACK, OVERDUE -> status;
              case WORDS_SHOWN, WORDS_KEPT, WORDS_PUBLISHED -> status;
              case FOLLOWED_UP, CORRECTED, REMOVED -> status;
              case PROMISE_KEPT, PROMISE_MISSED, BODY_ANSWERED, BODY_SILENT -> status;
            };
      }
    }
    return status;
  }

  private static List<GivenResponse> before(FeedbackThread thread, GivenResponse given) {
    return thread.responses().stream()
        .filter(one -> one.number() < given.number() && one.decision().isResponse())
        .filter(one -> !one.isTakenBack())
        .toList();
  }

  /** Somebody was first; what was done so far is rolled back. */
  private static final class Moved extends RuntimeException {
    private static final long serialVersionUID = 1;
  }
}
