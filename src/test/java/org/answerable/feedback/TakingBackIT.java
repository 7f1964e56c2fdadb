package org.answerable.feedback;

import static org.answerable.feedback.InboxContext.NOW;
import static org.answerable.feedback.InboxWorld.leader;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import org.answerable.delivery.Outbox;
import org.answerable.feedback.TakingBack.Undone;
import org.answerable.intake.Released;
import org.answerable.leader.Leader;
import org.answerable.organisation.Organisation;
import org.answerable.organisation.Organisations;
import org.answerable.platform.Databases;
import org.answerable.platform.Ids;
import org.answerable.platform.Login;
import org.answerable.platform.keys.Sealer;
import org.answerable.responselog.Staging;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A leader sent something too early. */
@InboxTest
@SuppressWarnings("NullAway.Init")
class TakingBackIT {
  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

  @Autowired Inbox inbox;
  @Autowired Responding responding;
  @Autowired TakingBack takingBack;
  @Autowired Organisations organisations;
  @Autowired Feedbacks feedbacks;
  @Autowired Sealer sealer;
  @Autowired Staging staging;
  @Autowired Outbox outbox;
  @Autowired Databases databases;
  @Autowired InboxWorld world;
  @Autowired Ids ids;
  Organisation organisation;
  Leader programmes;

  @BeforeEach
  void organisation() {
    organisation = world.organisation();
    programmes = leader(organisation, "programmes");
  }

  @Test
  void stepEntryAndTextAreTakenBackTogether() throws SQLException {
    var given = world.release(organisation, "medicines", MONDAY, "no syrup");
    inbox.open(programmes, given.reference(), NOW);
    var before = world.staged(organisation);
    UUID response = respond(given, 2, "Tomorow.");

    assertThat(undo(given, response)).isEqualTo(Undone.DONE);
    assertThat(world.outbox(organisation)).isZero();
    assertThat(world.staged(organisation)).isEqualTo(before);
    assertThat(world.published(organisation)).isEmpty();
    FeedbackThread thread = thread(given);
    assertThat(thread.state().status()).isEqualTo(FeedbackStatus.ACKNOWLEDGED);
    assertThat(thread.state().responded()).isNull();
    assertThat(thread.state().decision()).isNull();
    assertThat(thread.responses()).singleElement().matches(it -> it.isTakenBack());
    assertThat(undo(given, response)).isEqualTo(Undone.TOO_LATE);

    respond(given, thread.state().number(), "Tomorrow.");
    assertThat(world.outbox(organisation)).isEqualTo(1);
    assertThat(thread(given).state().status()).isEqualTo(FeedbackStatus.ANSWERED);
  }

  @Test
  void aPromiseGoesWithTheAnswerThatMadeIt() throws SQLException {
    var given = world.release(organisation, "medicines", MONDAY, "no syrup");
    var draft =
        new ResponseDraft(
            Decision.WILL_DO, "You are right.", "syrup", "programmes", MONDAY.plusDays(9));
    responding.respond(programmes, given.reference(), draft, 1, ids.uuid(), NOW);
    assertThat(world.outbox(organisation)).isEqualTo(2);
    assertThat(undo(given, thread(given).responses().getFirst().id())).isEqualTo(Undone.DONE);
    assertThat(world.outbox(organisation)).isZero();
  }

  @Test
  void theSameFormSentAgainAfterwardsIsNoSuccess() throws SQLException {
    var given = world.release(organisation, "medicines", MONDAY, "no syrup");
    UUID form = ids.uuid();
    var draft = ResponseDraft.of(Decision.DONE, "Done.");
    responding.respond(programmes, given.reference(), draft, 1, form, NOW);
    undo(given, thread(given).responses().getFirst().id());
    assertThat(responding.respond(programmes, given.reference(), draft, 1, form, NOW))
        .isInstanceOf(Responded.Overtaken.class);
    assertThat(responding.respond(programmes, given.reference(), draft, 3, form, NOW))
        .isInstanceOf(Responded.Sent.class);
  }

  @Test
  void whatTheLogHasOrIsDueOrSomebodySendsIsNotTakenBack() throws SQLException {
    var logged = world.release(organisation, "medicines", MONDAY, "no syrup");
    UUID one = respond(logged, 1, "Done.");
    databases
        .as(Login.LOG)
        .sql("delete from responselog.staged where organisation = ?")
        .param(organisation.id())
        .update();
    assertThat(undo(logged, one)).isEqualTo(Undone.TOO_LATE);

    var due = world.release(organisation, "medicines", MONDAY, "no syrup");
    UUID other = respond(due, 1, "Done.");
    assertThat(
            takingBack.undo(
                programmes, due.reference(), other, NOW.plus(organisation.answerWindow())))
        .isEqualTo(Undone.TOO_LATE);
    databases
        .as(Login.DELIVERY)
        .sql(
            "insert into delivery.lease select organisation, message, now() from delivery.outbox"
                + " where response = ?")
        .param(other)
        .update();
    assertThat(undo(due, other)).isEqualTo(Undone.TOO_LATE);
    assertThat(world.outbox(organisation)).isEqualTo(2);
    assertThat(thread(due).state().status()).isEqualTo(FeedbackStatus.ANSWERED);
  }

  @Test
  void whatIsAddedSinceStopsIt() throws SQLException {
    var given = world.release(organisation, "medicines", MONDAY, "no syrup");
    UUID response = respond(given, 1, "Done.");
    world.add(organisation, given, 1, MONDAY, "and no tablets");
    assertThat(undo(given, response)).isEqualTo(Undone.TOO_LATE);
    assertThat(world.outbox(organisation)).isEqualTo(1);
  }

  @Test
  void ofTwoResponsesTheFirstStands() throws SQLException {
    var given = world.release(organisation, "medicines", MONDAY, "no syrup");
    respond(given, 1, "Done.");
    var draft = ResponseDraft.of(Decision.EXPLAINED, "It was the road.");
    responding.respond(programmes, given.reference(), draft, 2, ids.uuid(), NOW);
    assertThat(undo(given, thread(given).responses().getLast().id())).isEqualTo(Undone.DONE);
    FeedbackState state = thread(given).state();
    assertThat(state.status()).isEqualTo(FeedbackStatus.ANSWERED);
    assertThat(state.decision()).isEqualTo(Decision.DONE);
    assertThat(world.outbox(organisation)).isEqualTo(1);
  }

  @Test
  void aConfidentialOneIsTakenBackUntilItsReceiptIsTold() throws SQLException {
    programmes = leader(organisation, "reader");
    var given = world.release(organisation, "leadership", MONDAY, "the chair");
    assertThat(undo(given, respond(given, 1, "We look."))).isEqualTo(Undone.DONE);
    UUID again = respond(given, 3, "We look into it.");
    databases
        .as(Login.INTAKE)
        .sql("delete from feedback.quiet_answer where organisation = ?")
        .param(organisation.id())
        .update();
    assertThat(undo(given, again)).isEqualTo(Undone.TOO_LATE);
  }

  @Test
  void nobodyElseTakesItBack() throws SQLException {
    var given = world.release(organisation, "medicines", MONDAY, "no syrup");
    UUID response = respond(given, 1, "Done.");
    assertThat(takingBack.undo(leader(organisation, "council"), given.reference(), response, NOW))
        .isEqualTo(Undone.UNKNOWN);
    assertThat(takingBack.undo(programmes, given.reference(), ids.uuid(), NOW))
        .isEqualTo(Undone.UNKNOWN);
  }

  @Test
  void nothingLeavesBeforeItCanBeTakenBack() throws SQLException {
    var given = world.release(organisation, "medicines", MONDAY, "no syrup");
    var soonest =
        new Responding(organisations, feedbacks, databases, sealer, staging, outbox, ids, () -> 0L);
    var draft = ResponseDraft.of(Decision.DONE, "Done.");
    soonest.respond(programmes, given.reference(), draft, 1, ids.uuid(), NOW);
    var first =
        databases
            .as(Login.DELIVERY)
            .sql("select due from delivery.outbox where organisation = ?")
            .param(organisation.id())
            .query((row, n) -> row.getTimestamp(1).toInstant())
            .single();
    assertThat(first).isEqualTo(NOW.plus(Duration.ofSeconds(35)));
  }

  private UUID respond(Released given, int seen, String text) throws SQLException {
    var draft = ResponseDraft.of(Decision.DONE, text);
    assertThat(responding.respond(programmes, given.reference(), draft, seen, ids.uuid(), NOW))
        .isInstanceOf(Responded.Sent.class);
    return thread(given).responses().getLast().id();
  }

  private Undone undo(Released given, UUID response) throws SQLException {
    return takingBack.undo(programmes, given.reference(), response, NOW);
  }

  private FeedbackThread thread(Released given) {
    return inbox.read(programmes, given.reference()).orElseThrow();
  }
}
