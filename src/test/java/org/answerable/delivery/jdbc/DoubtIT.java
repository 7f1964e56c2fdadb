package org.answerable.delivery.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.answerable.channel.Acceptance;
import org.answerable.channel.SendResult;
import org.answerable.constituent.AnswerWay;
import org.answerable.constituent.Way;
import org.answerable.delivery.DeliveryOutcome;
import org.answerable.delivery.Doubt;
import org.answerable.delivery.Doubts;
import org.answerable.delivery.Leased;
import org.answerable.delivery.OldDoubts;
import org.answerable.delivery.Outgoing;
import org.answerable.organisation.Organisations;
import org.answerable.platform.Login;
import org.answerable.platform.RandomIds;
import org.junit.jupiter.api.Test;

/** Sends that were begun, and of which nobody noted what came. */
class DoubtIT extends OnOutbox {
  private static final Duration LEASE = Duration.ofMinutes(1);

  @Test
  void whatTheProviderHasIsHandedOverAndNotSentAgain() throws SQLException {
    UUID response = respond(AnswerWay.HERE, false);
    crashWhileSending();
    phone.accepts(Acceptance.TAKEN);
    now = START.plus(LEASE).minusMillis(1);
    round();
    assertThat(database.outcomes(response)).isEmpty();
    now = START.plus(LEASE);
    round();
    assertThat(phone.sent()).isEmpty();
    assertThat(database.outcomes(response)).containsExactly("handed_over");
    assertThat(database.open()).isZero();
  }

  @Test
  void whatTheProviderDoesNotHaveIsSentAgainUnlessItIsSentOnce() throws SQLException {
    UUID open = respond(AnswerWay.HERE, false);
    UUID sensitive = respond(AnswerWay.HERE, true);
    crashWhileSending();
    phone.accepts(Acceptance.NOT_TAKEN);
    later(LEASE);
    later(Duration.ofSeconds(30));
    assertThat(phone.sent()).hasSize(1);
    assertThat(database.outcomes(open)).containsExactly("handed_over");
    assertThat(database.outcomes(sensitive)).containsExactly("uncertain");
  }

  @Test
  void whereTheProviderCannotBeAskedWordsAreUncertainAndANoticeIsSentAgain() throws SQLException {
    UUID words = respond(AnswerWay.HERE, false);
    UUID notice = respond(AnswerWay.NOTICE, true);
    crashWhileSending();
    later(LEASE);
    later(Duration.ofSeconds(30));
    assertThat(phone.sent()).singleElement().extracting("body").asString().startsWith("en ");
    assertThat(database.outcomes(words)).containsExactly("uncertain");
    assertThat(database.outcomes(notice)).containsExactly("handed_over");
  }

  @Test
  void aProviderThatDoesNotAnswerIsAskedAgain() throws SQLException {
    UUID response = respond(AnswerWay.HERE, true);
    phone.answers(new SendResult.Uncertain("HTTP 503"));
    round();
    phone.accepts(Acceptance.NO_ANSWER);
    later(LEASE);
    later(LEASE);
    assertThat(database.outcomes(response)).isEmpty();
    phone.accepts(Acceptance.TAKEN);
    later(LEASE);
    assertThat(phone.sent()).hasSize(1);
    assertThat(database.outcomes(response)).containsExactly("handed_over");
  }

  @Test
  void aNoticeThatNeverLeavesForCertainEndsAsUncertain() throws SQLException {
    UUID response = respond(AnswerWay.NOTICE, false);
    phone.answers(new SendResult.Uncertain("HTTP 503"));
    for (int i = 0; i < 60; i++) {
      later(Duration.ofHours(1));
    }
    assertThat(phone.sent()).hasSize(14);
    assertThat(database.outcomes(response)).containsExactly("uncertain");
  }

  @Test
  void onlyMovesForwardWhenAResultComesTooLate() throws SQLException {
    UUID response = respond(AnswerWay.HERE, true);
    var late = delivery.lease(1).getFirst();
    deliveries.begin(late, now);
    later(LEASE);
    deliveries.close(late, DeliveryOutcome.HANDED_OVER, null, People.TODAY);
    deliveries.postpone(late, START);
    assertThat(database.outcomes(response)).containsExactly("uncertain");
    assertThat(database.fate(response)).isEqualTo("1 uncertain");
  }

  @Test
  void whoTookTheirFeedbackBackGetsNothingAgain() throws SQLException {
    UUID response = respond(AnswerWay.NOTICE, false);
    crashWhileSending();
    database.change(
        """
        insert into responselog.receipt (organisation, receipt, digits, commitment, owner_tag,
          day, withdrawn)
        select organisation, '', '', commitment, '', '2026-11-24', '2026-11-24'
        from feedback.feedback
        """);
    later(LEASE);
    later(LEASE);
    assertThat(phone.sent()).isEmpty();
    assertThat(database.outcomes(response)).containsExactly("uncertain");
  }

  @Test
  void somebodyHasItSentAgainOnceAndALaterOneDoesNotWaitForThem() throws Exception {
    UUID feedback = ask(AnswerWay.HERE);
    UUID first = respond(feedback, 2, true);
    crashWhileSending();
    UUID second = respond(feedback, 3, true);
    later(LEASE);
    later(LEASE);
    assertThat(database.outcomes(second)).containsExactly("handed_over");

    assertThat(decide(first, 1, Doubts.Choice.AGAIN)).isTrue();
    assertThat(database.fate(first)).isEqualTo("1 waiting");
    assertThat(decide(first, 1, Doubts.Choice.AGAIN)).isFalse();
    assertThat(decide(first, 1, Doubts.Choice.LEAVE)).isFalse();
    later(LEASE);
    later(LEASE);
    assertThat(phone.sent()).hasSize(2);
    assertThat(database.outcomes(first)).containsExactly("uncertain", "handed_over");
    assertThat(database.fate(first)).isEqualTo("2 handed_over");
    assertThat(database.open()).isZero();
  }

  @Test
  void whatIsUncertainOnceMoreIsDecidedOnceMore() throws Exception {
    UUID response = respond(AnswerWay.HERE, true);
    crashWhileSending();
    later(LEASE);
    decide(response, 1, Doubts.Choice.AGAIN);
    crashWhileSending();
    later(LEASE);
    assertThat(database.fate(response)).isEqualTo("2 uncertain");
    later(LEASE);
    assertThat(phone.sent()).isEmpty();
    assertThat(decide(response, 2, Doubts.Choice.LEAVE)).isTrue();
    assertThat(database.fate(response)).isEqualTo("2 left");
    later(LEASE);
    oldDoubts().run();
    assertThat(kept()).isZero();
  }

  @Test
  void whatFailedIsSentAgainWhenSomebodyPutItRight() throws Exception {
    UUID response = respond(AnswerWay.HERE, true);
    phone.answers(new SendResult.Failed("HTTP 400, Twilio 21408"));
    round();
    assertThat(database.fate(response)).isEqualTo("1 failed");
    assertThat(database.count("select count(*) from delivery.doubt where aside like '%21408'"))
        .isEqualTo(1);
    phone.answers(Phone.SENT);
    decide(response, 1, Doubts.Choice.AGAIN);
    round();
    assertThat(database.fate(response)).isEqualTo("2 handed_over");
    assertThat(kept()).isZero();
  }

  @Test
  void whoIsGoneIsForgottenAndNothingIsLeftToDecide() throws SQLException {
    UUID feedback = ask(AnswerWay.HERE);
    UUID response = respond(feedback, 2, false);
    phone.answers(new SendResult.Gone());
    round();
    assertThat(database.outcomes(response)).containsExactly("failed");
    assertThat(kept()).isZero();
    assertThat(vault.way(HOME.id(), feedback)).isInstanceOf(Way.Forgotten.class);
  }

  @Test
  void afterTwoWeeksItIsLeftAsItIs() throws Exception {
    UUID response = respond(AnswerWay.HERE, true);
    crashWhileSending();
    later(LEASE);
    now = START.plus(Duration.ofDays(14));
    oldDoubts().run();
    assertThat(kept()).isEqualTo(1);
    now = START.plus(Duration.ofDays(15));
    oldDoubts().run();
    assertThat(database.fate(response)).isEqualTo("1 left");
    assertThat(kept()).isZero();
    assertThat(decide(response, 1, Doubts.Choice.AGAIN)).isFalse();
    round();
    assertThat(phone.sent()).isEmpty();
  }

  private OldDoubts oldDoubts() {
    var queues =
        new JdbcQueues(
            database.databases(),
            new Organisations(List.of(HOME)),
            sealer,
            new RandomIds(),
            () -> now);
    return new OldDoubts(deliveries, queues, () -> now);
  }

  private static int kept() {
    return database.count("select count(*) from delivery.outbox");
  }

  private void crashWhileSending() throws SQLException {
    for (Leased one : delivery.lease(10)) {
      assertThat(deliveries.begin(one, now)).isTrue();
    }
  }

  private void later(Duration by) throws SQLException {
    now = now.plus(by);
    round();
  }

  private boolean decide(UUID response, int round, Doubts.Choice choice) throws SQLException {
    var doubt = new Doubt(HOME.id(), response, round);
    return database
        .databases()
        .inTransaction(Login.INBOX, tx -> new JdbcDoubts().settle(tx, doubt, choice));
  }

  private UUID ask(AnswerWay way) {
    return ask(people.add(vault, HOME, way, ADDRESS));
  }

  private UUID respond(AnswerWay way, boolean once) throws SQLException {
    return respond(ask(way), 2, once);
  }

  private UUID respond(UUID feedback, int number, boolean once) throws SQLException {
    UUID response = UUID.randomUUID();
    return respond(
        new Outgoing(HOME.id(), feedback, number, response, "He is back.", START, true, once));
  }
}
