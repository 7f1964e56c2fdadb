package org.answerable.feedback;

import static org.answerable.feedback.InboxContext.NOW;
import static org.answerable.feedback.InboxWorld.leader;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.answerable.delivery.Outbox;
import org.answerable.feedback.Feedbacks.Filter;
import org.answerable.intake.Released;
import org.answerable.intake.Sorted;
import org.answerable.leader.Leader;
import org.answerable.organisation.Organisation;
import org.answerable.organisation.Organisations;
import org.answerable.organisation.Sensitivity;
import org.answerable.organisation.Topic;
import org.answerable.platform.Databases;
import org.answerable.platform.Ids;
import org.answerable.platform.Login;
import org.answerable.platform.keys.Sealer;
import org.answerable.responselog.Staging;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@InboxTest
@SuppressWarnings("NullAway.Init")
class InboxIT {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

  @Autowired Inbox inbox;
  @Autowired Responding responding;
  @Autowired PublishingWords publishing;
  @Autowired OverdueSweep sweep;
  @Autowired Feedbacks feedbacks;
  @Autowired Organisations organisations;
  @Autowired Databases databases;
  @Autowired Sealer sealer;
  @Autowired Staging staging;
  @Autowired Outbox outbox;
  @Autowired Ids ids;
  @Autowired InboxWorld world;
  Organisation organisation;
  Leader programmes;

  @BeforeEach
  void organisation() {
    organisation = world.organisation();
    programmes = leader(organisation, "programmes");
  }

  @Test
  void showsOnlyWhatIsOfALeadersRolesAndOrganisation() throws SQLException {
    var mine = world.release(organisation, "medicines", MONDAY, "no syrup");
    var readers = world.release(organisation, Topic.UNSORTED, MONDAY, "hm");
    Organisation other = world.organisation();
    var elsewhere = world.release(other, "medicines", MONDAY, "there");

    assertThat(references(programmes)).containsExactly(mine.reference());
    assertThat(list(programmes).counts()).isEqualTo(new Feedbacks.Counts(1, 0, 0, 0));
    assertThat(list(programmes).topics()).containsExactly("medicines");
    for (Released hidden : List.of(readers, elsewhere)) {
      assertThat(inbox.open(programmes, hidden.reference(), NOW)).isEmpty();
      assertThat(inbox.note(programmes, hidden.reference(), "mine?", NOW)).isFalse();
      assertThat(respond(programmes, hidden, 1)).isInstanceOf(Responded.Unknown.class);
      assertThat(publish(programmes, hidden, "")).isInstanceOf(Publication.Unknown.class);
    }
    assertThat(world.outbox(organisation)).isZero();
    assertThat(list(leader(organisation)).counts()).isEqualTo(new Feedbacks.Counts(0, 0, 0, 0));
  }

  @Test
  void hidesATopicFromWhoeverHoldsARoleThatNeverSeesIt() throws SQLException {
    var secret = world.release(organisation, "leadership", MONDAY, "the chair");
    Leader accused = leader(organisation, "reader", "board");
    assertThat(list(accused).counts().waiting()).isZero();
    assertThat(references(accused)).isEmpty();
    assertThat(inbox.open(accused, secret.reference(), NOW)).isEmpty();
    assertThat(references(leader(organisation, "reader"))).containsExactly(secret.reference());
  }

  @Test
  void putsWhatIsOverdueFirstAndThenWhatWaitsLongest() throws SQLException {
    var idea = world.release(organisation, "thanks", LocalDate.of(2026, 10, 1), "asante");
    var fresh = world.release(organisation, "medicines", MONDAY, "new");
    var late = world.release(organisation, "medicines", LocalDate.of(2026, 11, 10), "late");
    assertThat(references(programmes))
        .containsExactly(late.reference(), idea.reference(), fresh.reference());
    assertThat(list(programmes).counts()).isEqualTo(new Feedbacks.Counts(3, 1, 0, 0));
  }

  @Test
  void filtersAndPages() throws SQLException {
    for (int i = 0; i < FeedbackLimits.PAGE_ROWS + 1; i++) {
      world.release(organisation, "medicines", MONDAY, "one of many");
    }
    world.release(organisation, "thanks", MONDAY, "asante");
    var second = inbox.list(programmes, new Filter(false, "medicines", null), 2, TODAY);
    assertThat(second.rows()).hasSize(1);
    assertThat(second.pages()).isEqualTo(2);
    assertThat(second.counts().waiting()).isEqualTo(FeedbackLimits.PAGE_ROWS + 2);
    var beyond = inbox.list(programmes, new Filter(false, "medicines", "programmes"), 99, TODAY);
    assertThat(beyond.page()).isEqualTo(2);
    assertThat(inbox.list(programmes, new Filter(false, null, "board"), 1, TODAY).rows()).isEmpty();
  }

  @Test
  void becomesReadOnceAndTheLogSaysSoOnce() throws SQLException {
    var given = world.release(organisation, "medicines", MONDAY, "no syrup", "4 kids");
    var first = inbox.open(programmes, given.reference(), NOW).orElseThrow();
    assertThat(first.state().status()).isEqualTo(FeedbackStatus.ACKNOWLEDGED);
    assertThat(first.parts())
        .extracting(FeedbackThread.Part::text)
        .containsExactly("no syrup", "4 kids");
    inbox.open(programmes, given.reference(), NOW);
    inbox.open(leader(organisation, "programmes", "reader"), given.reference(), NOW);
    assertThat(world.staged(organisation))
        .singleElement()
        .asString()
        .contains("\"type\":\"status changed\"", "\"status\":\"acknowledged\"");
  }

  @Test
  void sendsAndPublishesAPromiseInOneGo() throws SQLException {
    var given = world.release(organisation, "medicines", MONDAY, "no syrup");
    var draft =
        new ResponseDraft(
            Decision.WILL_DO, "We get it on Thursday.", "syrup", "programmes", TODAY.plusDays(2));
    assertThat(responding.respond(programmes, given.reference(), draft, 1, ids.uuid(), NOW))
        .isInstanceOf(Responded.Sent.class);

    var thread = inbox.open(programmes, given.reference(), NOW).orElseThrow();
    assertThat(thread.state().status()).isEqualTo(FeedbackStatus.ANSWERED);
    assertThat(thread.responses())
        .singleElement()
        .satisfies(
            response -> {
              assertThat(response.text()).isEqualTo("We get it on Thursday.");
              assertThat(response.commitment())
                  .isEqualTo(new Commitment("syrup", "programmes", TODAY.plusDays(2)));
              assertThat(response.outcome()).isEqualTo("waiting");
            });
    assertThat(world.published(organisation)).containsExactly("We get it on Thursday.", "syrup");
    assertThat(world.publicTexts(organisation)).as("before the slot").isEmpty();
    assertThat(world.staged(organisation))
        .singleElement()
        .asString()
        .contains("\"type\":\"response published\"", "\"decision\":\"will-do\"")
        .doesNotContain("syrup", "Thursday");
    assertThat(world.outbox(organisation)).as("the words, and the promise").isEqualTo(2);
    assertThat(list(programmes).counts()).isEqualTo(new Feedbacks.Counts(0, 0, 1, 0));
  }

  @Test
  void sendsWithinTheAnswerWindow() throws SQLException {
    var given = world.release(organisation, "medicines", MONDAY, "no syrup");
    respond(programmes, given, 1);
    Instant due =
        databases
            .as(Login.DELIVERY)
            .sql("select due from delivery.outbox where organisation = ?")
            .param(organisation.id())
            .query((row, n) -> row.getTimestamp("due").toInstant())
            .single();
    assertThat(due).isBetween(NOW, NOW.plus(organisation.answerWindow()));
  }

  @Test
  void refusesWithAllProblemsAndWritesNothing() throws SQLException {
    var given = world.release(organisation, "medicines", MONDAY, "no syrup");
    var draft = new ResponseDraft(Decision.WILL_DO, "", "", "", null);
    assertThat(responding.respond(programmes, given.reference(), draft, 1, ids.uuid(), NOW))
        .isEqualTo(
            new Responded.Refused(
                List.of(Problem.NO_COMMITMENT, Problem.NO_OWNER, Problem.NO_DAY, Problem.NO_TEXT)));
    assertThat(world.outbox(organisation)).isZero();
    assertThat(world.staged(organisation)).isEmpty();
  }

  /** Both have read the same step before either writes: the key decides. */
  @Test
  void ofTwoLeadersAtOnceTheSecondIsTold() throws Exception {
    var given = world.release(organisation, "medicines", MONDAY, "no syrup");
    var together = respondingThatMeets(new CyclicBarrier(2));
    Callable<Responded> one = () -> respond(together, programmes, given, 1);
    List<Responded> results = atOnce(one, one);

    assertThat(results)
        .containsExactlyInAnyOrder(
            new Responded.Sent(), new Responded.Overtaken(Responded.Mover.LEADER));
    assertThat(world.outbox(organisation)).isEqualTo(1);
    assertThat(world.staged(organisation)).hasSize(1);
    assertThat(world.published(organisation)).hasSize(1);
    assertThat(inbox.read(programmes, given.reference()).orElseThrow().responses()).hasSize(1);
  }

  @Test
  void sendsOnceWhatAFormSendsTwice() throws SQLException {
    var given = world.release(organisation, "medicines", MONDAY, "no syrup");
    UUID response = ids.uuid();
    var draft = ResponseDraft.of(Decision.DONE, "It is there.");
    for (int i = 0; i < 2; i++) {
      assertThat(responding.respond(programmes, given.reference(), draft, 1, response, NOW))
          .isInstanceOf(Responded.Sent.class);
    }
    assertThat(world.outbox(organisation)).isEqualTo(1);
  }

  @Test
  void tellsALeaderThatSomethingWasAddedMeanwhile() throws SQLException {
    var given = world.release(organisation, "medicines", MONDAY, "no syrup");
    world.add(organisation, given, 1, MONDAY, "it came today");
    assertThat(respond(programmes, given, 1))
        .isEqualTo(new Responded.Overtaken(Responded.Mover.CONSTITUENT));
    assertThat(respond(programmes, given, 2)).isInstanceOf(Responded.Sent.class);
  }

  @Test
  void goesOnWhenOnlyTheClockOrAReaderWasFaster() throws SQLException {
    var given = world.release(organisation, "medicines", LocalDate.of(2026, 11, 2), "no syrup");
    inbox.open(programmes, given.reference(), NOW);
    sweep.run(organisation, TODAY);
    assertThat(respond(programmes, given, 1)).isInstanceOf(Responded.Sent.class);
  }

  @Test
  void allowsAFurtherResponseToWhoSawTheFirst() throws SQLException {
    var given = world.release(organisation, "medicines", MONDAY, "no syrup");
    respond(programmes, given, 1);
    Instant later = NOW.plus(Duration.ofDays(3));
    var draft = ResponseDraft.of(Decision.DONE, "It is there.");
    responding.respond(programmes, given.reference(), draft, 2, ids.uuid(), later);
    var state = inbox.read(programmes, given.reference()).orElseThrow().state();
    assertThat(state.decision()).isEqualTo(Decision.DONE);
    assertThat(state.responded()).isEqualTo(TODAY);
    assertThat(world.outbox(organisation)).isEqualTo(2);
  }

  @Test
  void keepsConfidentialOnesOutOfTheLog() throws SQLException {
    Leader reader = leader(organisation, "reader");
    var byTopic = world.release(organisation, "leadership", MONDAY, "the chair");
    var byRelease =
        world.release(organisation, Topic.UNSORTED, MONDAY, Sensitivity.S2, true, "he beat me");
    for (Released given : List.of(byTopic, byRelease)) {
      inbox.open(reader, given.reference(), NOW);
      assertThat(respond(reader, given, 2)).isInstanceOf(Responded.Sent.class);
      assertThat(publish(reader, given, "")).isInstanceOf(Publication.NotAllowed.class);
    }
    sweep.run(organisation, LocalDate.of(2027, 6, 1));
    assertThat(world.staged(organisation)).isEmpty();
    assertThat(world.published(organisation)).isEmpty();
    assertThat(world.outbox(organisation)).isEqualTo(2);
  }

  @Test
  void sortsAfterTheReleaseAndTellsTheLog() throws SQLException {
    var given = world.release(organisation, Topic.UNSORTED, MONDAY, "no syrup");
    world.sort(new Sorted(organisation.id(), given.feedback(), "medicines", null));
    world.sort(new Sorted(organisation.id(), given.feedback(), null, false));
    var state = inbox.read(programmes, given.reference()).orElseThrow().state();
    assertThat(state.due()).isEqualTo(LocalDate.of(2026, 11, 26));
    assertThat(state.consent()).isFalse();
    assertThat(state.number()).isEqualTo(3);
    assertThat(world.staged(organisation))
        .singleElement()
        .asString()
        .contains("\"topic\":\"medicines\"", "\"due\":\"2026-11-26\"");
    assertThat(references(leader(organisation, "reader"))).isEmpty();
  }

  @Test
  void sweepsEachOverdueFeedbackOnceOnManyNodes() throws Exception {
    LocalDate asked = LocalDate.of(2026, 11, 2);
    int many = FeedbackLimits.SWEEP_ROWS + 5;
    for (int i = 0; i < many; i++) {
      world.release(organisation, "medicines", asked, "late");
    }
    world.release(organisation, "thanks", asked, "asante");
    var answered = world.release(organisation, "medicines", asked, "answered");
    respond(programmes, answered, 1);
    int before = world.staged(organisation).size();

    Callable<Integer> node = () -> sweep.run(organisation, TODAY);
    List<Integer> swept = atOnce(node, node);

    assertThat(swept.stream().mapToInt(Integer::intValue).sum()).isEqualTo(many);
    assertThat(sweep.run(organisation, TODAY.plusDays(1))).isZero();
    assertThat(world.staged(organisation)).hasSize(before + many);
    assertThat(world.staged(organisation).getLast())
        .contains("\"type\":\"overdue\"", "\"from\":\"programmes\"", "\"to\":\"board\"");
    assertThat(list(leader(organisation, "board")).counts().waiting()).isEqualTo(many);
    assertThat(list(programmes).counts().overdue()).isEqualTo(many);
  }

  @Test
  void publishesExactlyWhatTheLeaderSaw() throws SQLException {
    var given = world.release(organisation, "medicines", MONDAY, "im asha call 0712345678");
    var looked = (Publication.Shown) publish(programmes, given, "");
    assertThat(looked.words()).isEqualTo("im […] call 0712345678");
    assertThat(publish(programmes, given, "another seal")).isInstanceOf(Publication.Shown.class);
    assertThat(world.published(organisation)).isEmpty();

    assertThat(publish(programmes, given, looked.seal()))
        .isInstanceOf(Publication.ShownToSender.class);
    assertThat(world.published(organisation)).as("whoever wrote it sees it first").isEmpty();
    assertThat(world.staged(organisation)).isEmpty();
    assertThat(publish(programmes, given, looked.seal()))
        .isInstanceOf(Publication.NotAllowed.class);
  }

  @Test
  void publishesNoWordsWithoutConsent() throws SQLException {
    var given = world.release(organisation, "medicines", MONDAY, Sensitivity.S0, false, "no syrup");
    assertThat(publish(programmes, given, "")).isInstanceOf(Publication.NotAllowed.class);
  }

  @Test
  void keepsNotesForTheRolesThatHaveIt() throws SQLException {
    var given = world.release(organisation, "medicines", MONDAY, "no syrup");
    assertThat(inbox.note(programmes, given.reference(), " rang the site ", NOW)).isTrue();
    assertThat(inbox.read(programmes, given.reference()).orElseThrow().notes())
        .containsExactly(new FeedbackThread.Note(TODAY, "programmes", "rang the site"));
    assertThatThrownBy(() -> inbox.note(programmes, given.reference(), " ", NOW))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private InboxPage list(Leader leader) {
    return inbox.list(leader, Filter.NONE, 1, TODAY);
  }

  private List<String> references(Leader leader) {
    return list(leader).rows().stream().map(row -> row.state().reference()).toList();
  }

  private Responded respond(Leader leader, Released given, int seen) throws SQLException {
    return respond(responding, leader, given, seen);
  }

  private Responded respond(Responding by, Leader leader, Released given, int seen)
      throws SQLException {
    var draft = ResponseDraft.of(Decision.EXPLAINED, "We rang the site.");
    return by.respond(leader, given.reference(), draft, seen, ids.uuid(), NOW);
  }

  private Publication publish(Leader leader, Released given, String seal) throws SQLException {
    var choice = new PublishingWords.Choice(Set.of(), List.of("asha"));
    return publishing.publish(leader, given.reference(), choice, seal, NOW);
  }

  /** One whose first steps are written only when all have come so far. */
  private Responding respondingThatMeets(CyclicBarrier barrier) {
    var meeting =
        (Feedbacks)
            Proxy.newProxyInstance(
                Feedbacks.class.getClassLoader(),
                new Class<?>[] {Feedbacks.class},
                (proxy, method, arguments) -> {
                  if (method.getName().equals("add") && arguments[1] instanceof Step) {
                    barrier.await(10, TimeUnit.SECONDS);
                  }
                  try {
                    return method.invoke(feedbacks, arguments);
                  } catch (InvocationTargetException e) {
                    throw e.getCause();
                  }
                });
    return new Responding(
        organisations, meeting, databases, sealer, staging, outbox, ids, new Random(7));
  }

  private static <T> List<T> atOnce(Callable<T> one, Callable<T> other)
      throws InterruptedException, ExecutionException {
    try (var threads = Executors.newFixedThreadPool(2)) {
      List<Future<T>> both = threads.invokeAll(List.of(one, other));
      return List.of(both.get(0).get(), both.get(1).get());
    }
  }
}
