package org.answerable.delivery.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.answerable.channel.Address;
import org.answerable.channel.SendResult;
import org.answerable.constituent.AnswerWay;
import org.answerable.delivery.DeliveryLoop;
import org.answerable.delivery.DeliveryOutcome;
import org.answerable.delivery.Leased;
import org.answerable.delivery.Outgoing;
import org.answerable.platform.Databases;
import org.answerable.platform.Login;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeliveryIT extends OnOutbox {
  private static final String WAITING_FOR_A_LOCK =
      "select count(*) from pg_stat_activity where wait_event_type = 'Lock'";

  @Test
  void handsOverOnceWithTheReceiptBeforeTheWords() throws SQLException {
    UUID response = respond(person(AnswerWay.HERE), START);
    assertThat(database.outboxAsText()).doesNotContain("pharmacist").doesNotContain("48219307");

    round();
    round();

    var sent = phone.sent().getFirst();
    assertThat(sent.to()).isEqualTo(ADDRESS);
    assertThat(sent.body()).isEqualTo("4821-9307: The pharmacist is back.");
    assertThat(phone.sent()).hasSize(1);
    assertOutcome(response, "handed_over");
  }

  @Test
  void waitsUntilItIsDue() throws SQLException {
    UUID response = respond(person(AnswerWay.HERE), START.plusSeconds(60));
    round();
    assertThat(phone.sent()).isEmpty();
    now = START.plusSeconds(60);
    round();
    assertOutcome(response, "handed_over");
  }

  @Test
  void sendsNothingToWhoHasStoppedEvenAfterTheLease() throws SQLException {
    UUID person = person(AnswerWay.HERE);
    UUID response = respond(person, START);
    var leased = delivery.lease(10);
    people.stop(HOME.id(), person);
    deliver(leased);
    assertThat(phone.sent()).isEmpty();
    assertOutcome(response, "opted_out");
  }

  @Test
  void sendsNothingToWhoWantsNoTextsOrIsForgotten() throws SQLException {
    UUID silent = respond(person(AnswerWay.NOT_AT_ALL), START);
    UUID person = person(AnswerWay.HERE);
    UUID forgotten = respond(person, START);
    people.forget(person);
    round();
    assertThat(phone.sent()).isEmpty();
    assertOutcome(silent, "not_asked");
    assertOutcome(forgotten, "not_asked");
  }

  @Test
  void triesAgainAfterThePauseThatTheProviderWishes() throws SQLException {
    UUID response = respond(person(AnswerWay.HERE), START);
    phone.answers(new SendResult.Retry("HTTP 429", Duration.ofMinutes(5)));
    round();
    phone.answers(Phone.SENT);
    now = START.plusSeconds(299);
    round();
    assertThat(phone.sent()).hasSize(1);
    now = START.plusSeconds(300);
    round();
    assertThat(phone.sent()).hasSize(2);
    assertOutcome(response, "handed_over");
  }

  @Test
  void givesUpAfterTheLastTry() throws SQLException {
    UUID response = respond(person(AnswerWay.HERE), START);
    phone.answers(new SendResult.Retry("ConnectException", null));
    for (int i = 0; i < 20; i++) {
      round();
      now = now.plus(Duration.ofHours(1));
    }
    assertThat(phone.sent()).hasSize(14);
    assertOutcome(response, "failed");
  }

  @Test
  void sendsNoResponseBeforeAnEarlierOneIsClosed() throws SQLException {
    UUID feedback = ask(person(AnswerWay.HERE));
    UUID second = respond(feedback, 3, START);
    UUID first = respond(feedback, 2, START.plusSeconds(60));
    round();
    assertThat(phone.sent()).isEmpty();
    now = START.plusSeconds(60);
    phone.answers(new SendResult.Retry("HTTP 429", null));
    round();
    round();
    assertThat(database.outcomes(first)).isEmpty();
    now = START.plusSeconds(90);
    phone.answers(new SendResult.Failed("HTTP 400, Twilio 21211"));
    round();
    assertThat(database.outcomes(second)).isEmpty();
    phone.answers(Phone.SENT);
    round();
    assertThat(phone.sent()).hasSize(3);
    assertThat(database.outcomes(first)).containsExactly("failed");
    assertOutcome(second, "handed_over");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update delivery.outbox set text = 'x'",
        "update delivery.outbox set text_key = '\\x00000007'", // an epoch whose key is missing
        "delete from feedback.feedback"
      })
  void givesUpWhatItCannotOpenAfterAsManyTries(String damage) throws SQLException {
    UUID response = respond(person(AnswerWay.HERE), START);
    database.change(damage);
    for (int i = 0; i < 13; i++) {
      round();
      now = now.plus(Duration.ofHours(1));
    }
    assertThat(database.outcomes(response)).isEmpty();
    round();
    assertThat(phone.sent()).isEmpty();
    assertOutcome(response, "failed");
  }

  @Test
  void notesWhatCannotBeSentWithoutTryingAgain() throws SQLException {
    UUID failed = respond(person(AnswerWay.HERE), START);
    phone.answers(new SendResult.Failed("HTTP 400, Twilio 21211"));
    round();
    now = START.plus(Duration.ofDays(2));
    round();
    assertThat(phone.sent()).hasSize(1);
    assertOutcome(failed, "failed");
  }

  @Test
  void stopsAPersonWhoStoppedUsAtTheProvider() throws SQLException {
    UUID person = person(AnswerWay.HERE);
    UUID first = respond(person, START);
    phone.answers(new SendResult.OptedOut());
    round();
    assertThat(people.hasStopped(person)).isTrue();
    UUID second = respond(person, START);
    phone.answers(Phone.SENT);
    round();
    assertThat(phone.sent()).hasSize(1);
    assertOutcome(first, "opted_out");
    assertOutcome(second, "opted_out");
  }

  @Test
  void failsWhenTheChannelIsGone() throws SQLException {
    var elsewhere = new Address("other", ADDRESS.value());
    UUID response = respond(person(AnswerWay.HERE, elsewhere), START);
    round();
    assertOutcome(response, "failed");
  }

  @Test
  void sendsAfterACrashBeforeTheSend() throws SQLException {
    UUID response = respond(person(AnswerWay.HERE), START);
    assertThat(delivery.lease(1)).hasSize(1);
    now = START.plusSeconds(61);
    round();
    assertThat(phone.sent()).hasSize(1);
    assertOutcome(response, "handed_over");
  }

  @Test
  void doesNotSendWhenItsLeaseHasGoneToAnother() throws SQLException {
    UUID response = respond(person(AnswerWay.HERE), START);
    var late = delivery.lease(1);
    now = START.plusSeconds(61);
    var early = delivery.lease(1);
    deliver(late);
    assertThat(phone.sent()).isEmpty();
    deliver(early);
    deliver(late);
    assertThat(phone.sent()).hasSize(1);
    assertOutcome(response, "handed_over");
  }

  @Test
  void closesNothingWhileAnotherLeasesItAgain() throws Exception {
    UUID response = respond(person(AnswerWay.HERE), START);
    Leased late = delivery.lease(1).getFirst();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var closed =
          database
              .databases()
              .inTransaction(
                  Login.DELIVERY,
                  tx -> {
                    Databases.on(tx)
                        .sql("select message from delivery.outbox for update")
                        .query(UUID.class)
                        .single();
                    var closing = threads.submit(() -> close(late));
                    await().until(() -> database.count(WAITING_FOR_A_LOCK) == 1);
                    Databases.on(tx)
                        .sql(
                            """
                            insert into delivery.lease as held (organisation, message, until)
                            values (?, ?, 'infinity')
                            on conflict (organisation, message) do update set until = excluded.until
                            """)
                        .params(late.organisation(), late.message())
                        .update();
                    return closing;
                  });
      closed.get();
    }
    assertThat(database.outcomes(response)).isEmpty();
    assertThat(database.open()).isEqualTo(2);
  }

  @Test
  void leasesAMessageToOneOfManyWorkers() throws Exception {
    Set<UUID> responses = new HashSet<>();
    for (int i = 0; i < 120; i++) {
      responses.add(respond(person(AnswerWay.HERE), START));
    }
    Callable<Integer> worker =
        () -> {
          int done = 0;
          for (var leased = delivery.lease(3); !leased.isEmpty(); leased = delivery.lease(3)) {
            deliver(leased);
            done += leased.size();
          }
          return done;
        };
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var done : threads.invokeAll(List.of(worker, worker, worker, worker))) {
        done.get();
      }
    }
    round(); // a worker that saw only others' leases may have left early
    assertThat(phone.sent()).hasSize(120);
    for (UUID response : responses) {
      assertThat(database.outcomes(response)).containsExactly("handed_over");
    }
    assertThat(database.open()).isZero();
  }

  @Test
  void worksByItselfUntilItIsStopped() throws Exception {
    var loop = new DeliveryLoop(delivery);
    loop.start();
    try {
      var responses = new ArrayList<UUID>();
      for (int i = 0; i < 20; i++) {
        responses.add(respond(person(AnswerWay.HERE), START));
      }
      Instant deadline = Instant.now().plusSeconds(30);
      while (database.open() > 0 && Instant.now().isBefore(deadline)) {
        Thread.sleep(20);
      }
      assertThat(responses)
          .allSatisfy(it -> assertThat(database.outcomes(it)).containsExactly("handed_over"));
    } finally {
      loop.stop();
    }
    assertThat(loop.isRunning()).isFalse();
    respond(person(AnswerWay.HERE), START);
    assertThat(phone.sent()).hasSize(20);
  }

  private Void close(Leased leased) throws SQLException {
    deliveries.close(leased, DeliveryOutcome.HANDED_OVER, null, People.TODAY);
    return null;
  }

  private void assertOutcome(UUID response, String outcome) {
    assertThat(database.outcomes(response)).containsExactly(outcome);
    assertThat(database.open()).isZero();
    String doubts = "select count(*) from delivery.doubt where response = '" + response + "'";
    assertThat(database.count(doubts)).isEqualTo(outcome.equals("failed") ? 1 : 0);
  }

  private UUID person(AnswerWay way) {
    return person(way, ADDRESS);
  }

  private UUID person(AnswerWay way, Address address) {
    return people.add(vault, HOME, way, address);
  }

  /** A leader answers something that this person asked. */
  private UUID respond(UUID who, Instant due) throws SQLException {
    return respond(ask(who), 2, due);
  }

  private UUID respond(UUID feedback, int number, Instant due) throws SQLException {
    UUID response = UUID.randomUUID();
    String text = "The pharmacist is back.";
    return respond(new Outgoing(HOME.id(), feedback, number, response, text, due, true, false));
  }
}
