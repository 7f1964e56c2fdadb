package org.answerable.delivery.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.answerable.channel.SendResult;
import org.answerable.constituent.AnswerWay;
import org.answerable.constituent.KeptAnswer;
import org.answerable.constituent.QuietHours;
import org.answerable.constituent.Settings;
import org.answerable.delivery.Outgoing;
import org.junit.jupiter.api.Test;

/** What people chose about the answers that they get, at the moment of sending. */
class DeliveryChoicesIT extends OnOutbox {
  @Test
  void nothingIsSentAboutWhatTheSenderTookBack() throws SQLException {
    UUID response = respond(people.add(vault, HOME, AnswerWay.HERE, ADDRESS));
    database.change(
        """
        insert into responselog.receipt (organisation, receipt, digits, commitment, owner_tag,
          day, withdrawn)
        select organisation, '', '', commitment, '', '2026-11-24', '2026-11-24'
        from feedback.feedback
        """);
    round();
    assertThat(phone.sent()).isEmpty();
    assertThat(database.outcomes(response)).containsExactly("not_asked");
    assertThat(database.open()).isZero();
  }

  @Test
  void waitsForTheEndOfQuietHoursAndSendsOnce() throws SQLException {
    int hour = START.atZone(HOME.timeZone()).getHour();
    var quiet = new QuietHours(hour, (hour + 2) % 24);
    UUID response =
        respond(
            people.add(vault, HOME, new Settings("en", AnswerWay.HERE).withQuiet(quiet), ADDRESS));
    round();
    now = START.plus(Duration.ofMinutes(119));
    round();
    assertThat(phone.sent()).isEmpty();
    assertThat(database.outcomes(response)).isEmpty();
    now = START.plus(Duration.ofHours(2));
    round();
    round();
    assertThat(phone.sent()).hasSize(1);
    assertThat(database.outcomes(response)).containsExactly("handed_over");
  }

  @Test
  void sendsAtOnceOutsideOfThem() throws SQLException {
    int hour = START.atZone(HOME.timeZone()).getHour();
    var quiet = new QuietHours((hour + 1) % 24, hour);
    respond(people.add(vault, HOME, new Settings("en", AnswerWay.HERE).withQuiet(quiet), ADDRESS));
    round();
    assertThat(phone.sent()).hasSize(1);
  }

  @Test
  void waitsForTheNextTextOfWhoIsReachedNoOtherWayAndTellsThemOnce() throws SQLException {
    phone.onlyAnswers(Phone.SENT);
    UUID who = people.add(vault, HOME, AnswerWay.HERE, ADDRESS);
    UUID response = respond(who);
    now = START.plus(Duration.ofDays(2));
    round();
    now = now.plus(Duration.ofMinutes(10));
    round();
    assertThat(phone.announced()).containsExactly(ADDRESS);
    assertThat(phone.sent()).isEmpty();
    people.write(who, HOME.day(now));
    round();
    assertThat(phone.sent()).as("not looked yet").isEmpty();
    now = now.plus(Duration.ofMinutes(10));
    round();
    assertThat(phone.sent()).hasSize(1);
    assertThat(database.outcomes(response)).containsExactly("handed_over");
  }

  @Test
  void reachesWhoWroteTodayAndGivesUpWhoDoesNotWriteForTwoWeeks() throws SQLException {
    phone.onlyAnswers(new SendResult.Uncertain("HTTP 503"));
    UUID who = people.add(vault, HOME, AnswerWay.HERE, ADDRESS);
    respond(who);
    round();
    assertThat(phone.sent()).hasSize(1);
    UUID response = respond(who);
    now = START.plus(Duration.ofDays(13));
    round();
    assertThat(database.outcomes(response)).isEmpty();
    now = START.plus(Duration.ofDays(15));
    round();
    assertThat(phone.announced()).hasSize(1);
    assertThat(database.outcomes(response)).containsExactly("failed");
  }

  @Test
  void sendsANoticeAndKeepsTheWordsForWhoChoseThat() throws SQLException {
    UUID who = people.add(vault, HOME, AnswerWay.NOTICE, ADDRESS);
    UUID response = respond(who);
    round();
    assertThat(phone.sent().getFirst().body()).isEqualTo("en 48219307 2026-12-08");
    assertThat(phone.sent()).hasSize(1);
    assertThat(database.outcomes(response)).containsExactly("handed_over");
    assertThat(vault.kept(people.person(who), "48219307"))
        .containsExactly(
            new KeptAnswer(response, People.TODAY, "48219307", "The pharmacist is back."));
  }

  /** They were told: do not text me, I will ask with STATUS. */
  @Test
  void whoWantsNoTextsFindsTheWordsWithRead() throws SQLException {
    UUID who = people.add(vault, HOME, AnswerWay.NOT_AT_ALL, ADDRESS);
    UUID response = respond(who);
    round();
    assertThat(phone.sent()).isEmpty();
    assertThat(database.outcomes(response)).containsExactly("not_asked");
    assertKept(who, response);
  }

  @Test
  void whoHasStoppedFindsTheWordsAfterStart() throws SQLException {
    UUID who = people.add(vault, HOME, AnswerWay.HERE, ADDRESS);
    people.stop(HOME.id(), who);
    UUID response = respond(who);
    round();
    assertThat(phone.sent()).isEmpty();
    assertThat(database.outcomes(response)).containsExactly("opted_out");
    assertKept(who, response);
  }

  @Test
  void whoStoppedUsAtTheProviderFindsTheWordsAfterStart() throws SQLException {
    phone.answers(new SendResult.OptedOut());
    UUID who = people.add(vault, HOME, AnswerWay.HERE, ADDRESS);
    UUID response = respond(who);
    round();
    assertThat(database.outcomes(response)).containsExactly("opted_out");
    assertKept(who, response);
  }

  private void assertKept(UUID who, UUID response) {
    assertThat(vault.kept(people.person(who), "48219307"))
        .containsExactly(
            new KeptAnswer(response, People.TODAY, "48219307", "The pharmacist is back."));
  }

  @Test
  void whatSomebodyHasSentAgainWaitsAnewForTheNextText() throws SQLException {
    phone.onlyAnswers(Phone.SENT);
    UUID who = people.add(vault, HOME, AnswerWay.HERE, ADDRESS);
    now = START.plus(Duration.ofDays(15));
    UUID response = respond(who);
    round();
    assertThat(database.outcomes(response)).containsExactly("failed");
    database.change(
        """
        insert into delivery.decision (organisation, response, round, again)
        select organisation, response, round, true from delivery.outbox
        """);
    round();
    assertThat(database.outcomes(response)).as("not at once").containsExactly("failed");
    people.write(who, HOME.day(now));
    now = now.plus(Duration.ofMinutes(10));
    round();
    assertThat(database.outcomes(response)).containsExactly("failed", "handed_over");
  }

  @Test
  void aTextShortlyBeforeMidnightCountsAtTheNextLook() throws SQLException {
    phone.onlyAnswers(Phone.SENT);
    UUID who = people.add(vault, HOME, AnswerWay.HERE, ADDRESS);
    Instant midnight = HOME.day(START).plusDays(3).atStartOfDay(HOME.timeZone()).toInstant();
    UUID response = respond(who);
    now = midnight.minus(Duration.ofMinutes(5));
    round();
    people.write(who, HOME.day(now));
    now = midnight.plus(Duration.ofMinutes(5));
    round();
    assertThat(database.outcomes(response)).containsExactly("handed_over");
  }

  /** Whoever holds the phone must not read what was said in confidence. */
  @Test
  void aFocalPointsAnswerWaitsForThePinToo() throws SQLException {
    UUID who = people.add(vault, HOME, AnswerWay.NOTICE, ADDRESS);
    UUID report = UUID.randomUUID();
    database.addReport(HOME.id(), report);
    isFrom(who, report);
    UUID response = respond(report, false);
    round();
    assertThat(phone.sent().getFirst().body()).isEqualTo("en 48219307 2026-12-08");
    assertThat(vault.kept(people.person(who), "48219307"))
        .extracting(KeptAnswer::answer)
        .containsExactly(response);
  }

  /** Rows that share a tag would tell without any key that two feedbacks are one person's. */
  @Test
  void whatIsKeptOfTwoFeedbacksSharesNothing() {
    UUID who = people.add(vault, HOME, AnswerWay.NOTICE, ADDRESS);
    vault.keep(HOME.id(), who, new KeptAnswer(UUID.randomUUID(), People.TODAY, "48219307", "yes"));
    vault.keep(HOME.id(), who, new KeptAnswer(UUID.randomUUID(), People.TODAY, "11111111", "no"));
    assertThat(people.keptTags()).hasSize(2);
    assertThat(vault.kept(people.person(who), "11111111"))
        .singleElement()
        .extracting(KeptAnswer::words)
        .isEqualTo("no");
  }

  @Test
  void theNoticeNamesThePinOfWhoSetOne() throws SQLException {
    respond(
        people.add(
            vault, HOME, new Settings("sw", AnswerWay.NOTICE).withPin("a verifier"), ADDRESS));
    round();
    assertThat(phone.sent().getFirst().body()).isEqualTo("sw 48219307 PIN 2026-12-08");
  }

  @Test
  void aQuestionBackWaitsUntilTheyTalkOfNothingElse() throws SQLException {
    UUID question = ask(ask(people.add(vault, HOME, AnswerWay.HERE, ADDRESS)), "At which site?");
    talk.busy(true);
    round();
    assertThat(phone.sent()).isEmpty();
    talk.busy(false);
    now = START.plus(Duration.ofMinutes(11));
    round();
    assertThat(phone.sent().getFirst().body()).isEqualTo("en 48219307? At which site?");
    assertThat(talk.expected()).containsExactly("48219307");
    assertThat(database.outcomes(question)).containsExactly("handed_over");
  }

  @Test
  void aQuestionBackDoesNotStandOnAPhoneThatWantsNotices() throws SQLException {
    ask(ask(people.add(vault, HOME, AnswerWay.NOTICE, ADDRESS)), "At which site?");
    round();
    assertThat(phone.sent().getFirst().body()).isEqualTo("en 48219307?");
  }

  private UUID ask(UUID feedback, String text) throws SQLException {
    UUID question = UUID.randomUUID();
    return respond(
        new Outgoing(HOME.id(), feedback, 2, question, text, START, true, false, true, null));
  }

  private UUID respond(UUID who) throws SQLException {
    return respond(ask(who), true);
  }

  private UUID respond(UUID feedback, boolean receipt) throws SQLException {
    UUID response = UUID.randomUUID();
    String text = "The pharmacist is back.";
    return respond(new Outgoing(HOME.id(), feedback, 2, response, text, START, receipt, false));
  }
}
