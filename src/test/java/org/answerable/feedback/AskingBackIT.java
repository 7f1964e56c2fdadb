package org.answerable.feedback;

import static org.answerable.feedback.InboxContext.NOW;
import static org.answerable.feedback.InboxWorld.leader;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.answerable.intake.Released;
import org.answerable.leader.Leader;
import org.answerable.organisation.Organisation;
import org.answerable.organisation.Sensitivity;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@InboxTest
@SuppressWarnings("NullAway.Init")
class AskingBackIT {
  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
  private static final String QUESTION = "At which site was it?";

  @Autowired Inbox inbox;
  @Autowired Responding responding;
  @Autowired TakingBack takingBack;
  @Autowired InboxWorld world;
  Organisation organisation;
  Leader programmes;

  @BeforeEach
  void organisation() {
    organisation = world.organisation();
    programmes = leader(organisation, "programmes");
  }

  @Test
  void sendsTheQuestionAndPublishesThatItWasAskedAndNothingOfIt() throws SQLException {
    Released given = world.release(organisation, "medicines", MONDAY, "no syrup");
    assertThat(ask(given, QUESTION, 1)).isInstanceOf(Responded.Sent.class);
    assertThat(world.outbox(organisation)).isOne();
    FeedbackThread thread = read(given);
    assertThat(thread.state().status()).isEqualTo(FeedbackStatus.ASKED);
    assertThat(thread.state().waitsSince()).isEqualTo(organisation.day(NOW));
    assertThat(thread.state().decision()).as("it is no answer").isNull();
    assertThat(thread.state().responded()).isNull();
    assertThat(thread.responses().getFirst().text()).isEqualTo(QUESTION);
    assertThat(world.staged(organisation))
        .singleElement()
        .asString()
        .contains("\"status\":\"asked\"", "\"due\":\"2026-12-03\"")
        .doesNotContain("site");
  }

  @Test
  void asksOnceAndBeforeAnAnswerOnly() throws SQLException {
    Released given = world.release(organisation, "medicines", MONDAY, "no syrup");
    ask(given, QUESTION, 1);
    assertThat(ask(given, QUESTION, 2)).isEqualTo(refused(Problem.NOT_ASKED_ANY_MORE));
    assertThat(read(given).mayAskBack()).isFalse();
    Released other = world.release(organisation, "medicines", MONDAY, "no water");
    var answer = ResponseDraft.of(Decision.DONE, "It is back.");
    responding.respond(programmes, other.reference(), answer, 1, UUID.randomUUID(), NOW);
    assertThat(ask(other, QUESTION, 2)).isEqualTo(refused(Problem.NOT_ASKED_ANY_MORE));
  }

  @Test
  void asksInAHundredCharacters() throws SQLException {
    Released given = world.release(organisation, "medicines", MONDAY, "no syrup");
    assertThat(ask(given, "x".repeat(101), 1)).isEqualTo(refused(Problem.QUESTION_TOO_LONG));
    assertThat(ask(given, "x".repeat(100), 1)).isInstanceOf(Responded.Sent.class);
  }

  @Test
  void saysNothingInPublicAboutWhatAccuses() throws SQLException {
    Released given =
        world.release(organisation, "medicines", MONDAY, Sensitivity.S2, true, "he beat me");
    assertThat(ask(given, QUESTION, 1)).isInstanceOf(Responded.Sent.class);
    assertThat(world.staged(organisation)).isEmpty();
  }

  @Test
  void aQuestionIsNoResponseThatCouldBeTakenBack() throws SQLException {
    Released given = world.release(organisation, "medicines", MONDAY, "no syrup");
    ask(given, QUESTION, 1);
    UUID question = read(given).responses().getFirst().id();
    assertThat(takingBack.undo(programmes, given.reference(), question, NOW))
        .isEqualTo(TakingBack.Undone.UNKNOWN);
  }

  private Responded ask(Released given, String question, int seen) throws SQLException {
    var draft = ResponseDraft.of(Decision.ASKED, question);
    return responding.respond(programmes, given.reference(), draft, seen, UUID.randomUUID(), NOW);
  }

  private FeedbackThread read(Released given) {
    return inbox.read(programmes, given.reference()).orElseThrow();
  }

  private static Responded refused(Problem problem) {
    return new Responded.Refused(List.of(problem));
  }
}
