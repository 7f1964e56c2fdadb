package org.answerable.feedback;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.answerable.delivery.Outbox;
import org.answerable.delivery.Outgoing;
import org.answerable.feedback.Feedbacks.PromiseRow;
import org.answerable.feedback.Feedbacks.ResponseRow;
import org.answerable.feedback.Feedbacks.StepRow;
import org.answerable.intake.Source;
import org.answerable.leader.Leader;
import org.answerable.organisation.Organisation;
import org.answerable.organisation.Organisations;
import org.answerable.platform.Databases;
import org.answerable.platform.Ids;
import org.answerable.platform.Login;
import org.answerable.platform.keys.Sealer;
import org.answerable.responselog.Content;
import org.answerable.responselog.Entry;
import org.answerable.responselog.Staging;
import org.jspecify.annotations.Nullable;

/**
 * A leader's response: what they said, what the log will say and what the person gets are committed
 * together or not at all. Of two leaders at once the key of the step lets one through.
 */
public final class Responding {
  private final Organisations organisations;
  private final Feedbacks feedbacks;
  private final Databases databases;
  private final Sealer sealer;
  private final Staging staging;
  private final Outbox outbox;
  private final Ids ids;
  private final RandomGenerator random;

  Responding(
      Organisations organisations,
      Feedbacks feedbacks,
      Databases databases,
      Sealer sealer,
      Staging staging,
      Outbox outbox,
      Ids ids,
      RandomGenerator random) {
    this.organisations = organisations;
    this.feedbacks = feedbacks;
    this.databases = databases;
    this.sealer = sealer;
    this.staging = staging;
    this.outbox = outbox;
    this.ids = ids;
    this.random = random;
  }

  /**
   * Sends and publishes a response.
   *
   * @param seen the number of the last step that the leader saw; what others did since then, a
   *     response or an addition, stops it
   * @param form an id that the form carries, so that sending it twice sends it once
   */
  public Responded respond(
      Leader leader, String reference, ResponseDraft draft, int seen, UUID form, Instant now)
      throws SQLException {
    Organisation organisation = organisations.get(leader.organisation());
    var rules = new FeedbackRules(organisation);
    LocalDate today = organisation.day(now);
    for (int attempt = 0; attempt < FeedbackLimits.TRIES; attempt++) {
      Optional<FeedbackState> state = feedbacks.find(organisation.id(), reference);
      Optional<String> role = state.flatMap(known -> rules.actingRole(leader, known));
      if (state.isEmpty() || role.isEmpty()) {
        return new Responded.Unknown();
      }
      UUID response = responseId(state.get().feedback(), form, seen);
      Optional<ResponseRow> before = sent(state.get(), response);
      if (before.isPresent()) {
        return before.get().outcome().equals("taken_back")
            ? new Responded.Overtaken(Responded.Mover.LEADER)
            : new Responded.Sent();
      }
      var mover = mover(state.get(), state.get().isWithdrawn() ? 0 : seen);
      if (mover.isPresent()) {
        return new Responded.Overtaken(mover.get());
      }
      var problems = new ArrayList<>(draft.problems(organisation, today));
      problems.addAll(askProblems(state.get(), draft));
      if (!rules.mayAnswer(leader, state.get())) {
        problems.add(Problem.ANOTHER_ROLE);
      }
      if (!problems.isEmpty()) {
        return new Responded.Refused(problems);
      }
      var sending =
          new Sending(
              organisation, state.get(), role.get(), response, draft.complete(organisation, today));
      if (databases.inTransaction(Login.INBOX, tx -> send(tx, sending, rules, now))) {
        return new Responded.Sent();
      }
    }
    throw new IllegalStateException(
        "a feedback moved " + FeedbackLimits.TRIES + " times during one response");
  }

  /**
   * Of one feedback's own: what another feedback's form carried, by hand, is another response. So
   * is what is sent after another look, since a response that was taken back keeps its id.
   */
  private static UUID responseId(UUID feedback, UUID form, int seen) {
    String all = feedback + "/" + form + "/" + seen;
    return UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.US_ASCII));
  }

  private Optional<ResponseRow> sent(FeedbackState state, UUID response) {
    return feedbacks.responses(state.organisation(), state.feedback()).stream()
        .filter(row -> row.id().equals(response))
        .findFirst();
  }

  private Optional<Responded.Mover> mover(FeedbackState state, int seen) {
    var movers = new ArrayList<Responded.Mover>();
    for (StepRow step : feedbacks.steps(state.organisation(), state.feedback())) {
      if (step.number() > seen) {
        switch (step.what()) {
          case ANSWERED, ASKED -> movers.add(Responded.Mover.LEADER);
          case ADDED, CAME_BACK, DISPUTED, WITHDRAWN -> movers.add(Responded.Mover.CONSTITUENT);
          case RELEASED, SORTED, RAISED, ACKNOWLEDGED, TAKEN_BACK, OVERDUE -> {}
          case CORRECTED, REMOVED -> {}
          case FOLLOWED_UP, CONFIRMED, PARTLY -> {}
          case WORDS_SHOWN, WORDS_KEPT, WORDS_PUBLISHED -> {}
          case PROMISE_KEPT, PROMISE_MISSED, BODY_ANSWERED, BODY_SILENT -> {}
        }
      }
    }
    return movers.stream().min(Responded.Mover::compareTo);
  }

  /** One question back, before an answer, and only to who can get it by text. */
  private List<Problem> askProblems(FeedbackState state, ResponseDraft draft) {
    if (draft.decision() != Decision.ASKED) {
      return List.of();
    }
    if (feedbacks.source(state.organisation(), state.feedback()) != Source.TEXT) {
      return List.of(Problem.NO_WAY_BACK);
    }
    boolean asked =
        feedbacks.steps(state.organisation(), state.feedback()).stream()
            .anyMatch(step -> step.what() == StepKind.ASKED);
    return asked || !state.status().isWaiting() ? List.of(Problem.NOT_ASKED_ANY_MORE) : List.of();
  }

  private boolean send(Connection tx, Sending sending, FeedbackRules rules, Instant now)
      throws SQLException {
    Organisation organisation = sending.organisation();
    Response response = sending.response();
    LocalDate today = organisation.day(now);
    boolean question = !response.decision().isResponse();
    Step step =
        question
            ? rules.askedBack(sending.state(), sending.role(), today)
            : rules.answered(sending.state(), sending.role(), response.decision(), today);
    if (!feedbacks.add(tx, step)) {
      return false;
    }
    boolean isPublic = rules.isPublic(step.after());
    Commitment commitment = response.commitment();
    @Nullable Content promise =
        commitment == null || !isPublic ? null : new Content(ids.salt(), commitment.what());
    feedbacks.add(tx, step.after(), row(sending, step, promise));
    if (isPublic && question) {
      staging.stage(tx, organisation.id(), List.of(Entries.statusChanged(step)));
    } else if (isPublic) {
      publish(tx, sending, step, promise);
    } else if (!question) {
      LocalDate first = Objects.requireNonNullElse(step.after().responded(), today);
      feedbacks.addQuietAnswer(tx, step.after(), first);
    }
    Instant due = now.plus(wait(organisation.answerWindow()));
    outbox.add(
        tx,
        new Outgoing(
            organisation.id(),
            step.after().feedback(),
            step.after().number(),
            sending.id(),
            response.text(),
            due,
            true,
            !isPublic,
            question,
            null));
    if (commitment != null && (isPublic || !commitment.isReferral())) {
      outbox.add(tx, Promised.said(step, sending.id(), commitment, due, !isPublic));
    }
    return true;
  }

  private ResponseRow row(Sending sending, Step step, @Nullable Content promise) {
    String organisation = sending.organisation().id();
    Response response = sending.response();
    Commitment commitment = response.commitment();
    return new ResponseRow(
        sending.id(),
        step.after().number(),
        step.day(),
        sending.role(),
        response.decision(),
        sealer.seal(organisation, sending.id(), response.text()),
        commitment == null
            ? null
            : new PromiseRow(
                commitment.ownerRole(),
                commitment.due(),
                sealer.seal(organisation, sending.id(), commitment.what()),
                promise == null ? null : promise.hash(),
                null,
                null,
                null),
        1,
        "waiting",
        false);
  }

  private void publish(Connection tx, Sending sending, Step step, @Nullable Content promise)
      throws SQLException {
    String organisation = sending.organisation().id();
    Response response = sending.response();
    Content text = new Content(ids.salt(), response.text());
    Entry entry = Entries.responsePublished(step, sending.role(), response, text, promise);
    staging.stage(
        tx,
        organisation,
        sending.id(),
        entry,
        promise == null ? List.of(text) : List.of(text, promise));
  }

  /** Somewhere in the window, and long enough to be taken back; without a window at once. */
  private Duration wait(Duration window) {
    if (window.isZero()) {
      return window;
    }
    Duration somewhere = Duration.ofMillis(random.nextLong(window.toMillis()));
    Duration least = FeedbackLimits.UNDO.plus(FeedbackLimits.UNDO_MARGIN);
    return somewhere.compareTo(least) < 0 ? least : somewhere;
  }

  private record Sending(
      Organisation organisation, FeedbackState state, String role, UUID id, Response response) {

    @Override
    public String toString() {
      return "Sending[redacted]";
    }
  }
}
