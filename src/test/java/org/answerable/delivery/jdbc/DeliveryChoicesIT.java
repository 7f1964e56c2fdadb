package org.answerable.delivery.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.answerable.channel.Address;
import org.answerable.channel.Channels;
import org.answerable.channel.SendResult;
import org.answerable.constituent.AnswerWay;
import org.answerable.constituent.KeptAnswer;
import org.answerable.constituent.QuietHours;
import org.answerable.constituent.RouteMade;
import org.answerable.constituent.Settings;
import org.answerable.constituent.Vault;
import org.answerable.delivery.Delivery;
import org.answerable.delivery.Drafts;
import org.answerable.delivery.Leased;
import org.answerable.delivery.Outgoing;
import org.answerable.organisation.ChannelConfig;
import org.answerable.organisation.Organisation;
import org.answerable.organisation.Organisations;
import org.answerable.platform.Login;
import org.answerable.platform.RandomIds;
import org.answerable.platform.keys.EpochKeys;
import org.answerable.platform.keys.RootKey;
import org.answerable.platform.keys.Sealer;
import org.answerable.testing.AnOrganisation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people chose about the answers that they get, at the moment of sending. */
class DeliveryChoicesIT {
  private static final Instant START = Instant.parse("2026-11-24T12:00:00Z");
  private static final Address ADDRESS = new Address("line", "+99955501234");
  private static final Organisation HOME = AnOrganisation.with(new ChannelConfig.Simulator("line"));
  private final People people = new People();
  private final Phone phone = new Phone();
  private OutboxDatabase database;
  private Vault vault;
  private Sealer sealer;
  private Delivery delivery;
  private Instant now = START;

  @BeforeEach
  void begin(@TempDir Path keysDir) throws Exception {
    database = new OutboxDatabase();
    var keys = new EpochKeys(keysDir, RootKey.openOrCreate(keysDir));
    keys.begin(HOME.id());
    vault = new Vault(people, keys, new RandomIds());
    sealer = new Sealer(keys);
    delivery =
        new Delivery(
            new JdbcDeliveries(database.databases()),
            vault,
            new Drafts(vault, OutboxDatabase::digits, OutboxDatabase::notice, sealer, () -> now),
            new Channels(List.of(phone)),
            new Organisations(List.of(HOME)),
            () -> now);
  }

  @AfterEach
  void stopDatabase() throws Exception {
    database.close();
  }

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
    UUID response = respond(who, report, false);
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

  private void round() throws SQLException {
    for (Leased one : delivery.lease(10)) {
      delivery.deliver(one);
    }
  }

  private UUID respond(UUID who) throws SQLException {
    UUID feedback = UUID.randomUUID();
    database.addFeedback(HOME.id(), feedback);
    return respond(who, feedback, true);
  }

  private UUID respond(UUID who, UUID feedback, boolean receipt) throws SQLException {
    people.add(feedback, vault.route(new RouteMade(HOME.id(), feedback, who)));
    UUID response = UUID.randomUUID();
    var outgoing =
        new Outgoing(
            HOME.id(), feedback, 2, response, "The pharmacist is back.", START, receipt, false);
    var outbox = new JdbcOutbox(sealer, new RandomIds());
    database
        .databases()
        .inTransaction(
            Login.INBOX,
            tx -> {
              outbox.add(tx, outgoing);
              return true;
            });
    return response;
  }
}
