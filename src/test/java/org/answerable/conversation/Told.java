package org.answerable.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.answerable.channel.Address;
import org.answerable.channel.Inbound;
import org.answerable.channel.IncomingMessage;
import org.answerable.conversation.decision.Talking;
import org.answerable.feedback.Decision;
import org.answerable.feedback.Inbox;
import org.answerable.feedback.Responded;
import org.answerable.feedback.Responding;
import org.answerable.feedback.ResponseDraft;
import org.answerable.intake.Slots;
import org.answerable.leader.Leader;
import org.answerable.organisation.Organisation;
import org.answerable.organisation.Organisations;
import org.answerable.platform.Databases;
import org.answerable.platform.keys.RootKey;
import org.answerable.responselog.EntryJson;
import org.answerable.responselog.PublicFeedback;
import org.answerable.responselog.PublicLog;
import org.answerable.testing.BetweenSlots;
import org.answerable.testing.WholeDatabase;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Phones, leaders and the log of the demo organisation, for tests of what becomes of a feedback.
 */
final class Told {
  static final String SIMULATOR = "simulator";
  private static final AtomicInteger NUMBERS = new AtomicInteger(740_000_000);
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  final Organisation home;
  private final Inbound inbound;
  private final Slots slots;
  private final Inbox inbox;
  private final Responding responding;
  private final PublicLog log;
  private final Databases databases;
  private final WholeDatabase database;

  Told(ApplicationContext application) throws SQLException {
    this.home = application.getBean(Organisations.class).get("baraza-letu");
    this.inbound = application.getBean(Inbound.class);
    this.slots = application.getBean(Slots.class);
    this.inbox = application.getBean(Inbox.class);
    this.responding = application.getBean(Responding.class);
    this.log = application.getBean(PublicLog.class);
    this.databases = application.getBean(Databases.class);
    this.database = new WholeDatabase(databases, application.getBean(RootKey.class));
    slot();
  }

  static String newNumber() {
    return "+254" + NUMBERS.incrementAndGet();
  }

  String hears(String from, String text) {
    return Talking.shown(
        inbound.take(
            new IncomingMessage(
                home.id(),
                UUID.randomUUID().toString(),
                new Address(SIMULATOR, from),
                text,
                Instant.now())));
  }

  /** Gives a feedback with a topic, and lets it be released. */
  Given give(String from, String words, String topic, String... answers) throws SQLException {
    Set<UUID> before = Set.copyOf(feedbacks());
    String code =
        BetweenSlots.of(
            databases,
            home.id(),
            () -> {
              String reply = hears(from, words);
              hears(from, topic);
              Stream.of(answers).forEach(answer -> hears(from, answer));
              return reply.replaceAll("(?s).*Code (\\d{4}-\\d{4}).*", "$1");
            });
    slot();
    UUID feedback =
        feedbacks().stream().filter(one -> !before.contains(one)).findFirst().orElseThrow();
    return new Given(feedback, reference(feedback), code);
  }

  record Given(UUID feedback, String reference, String code) {}

  void slot() throws SQLException {
    slots.run(home, Instant.now());
  }

  LocalDate today() {
    return home.day(Instant.now());
  }

  Leader leader(String... roles) {
    return new Leader(UUID.randomUUID(), home.id(), "Asha", Set.of(roles));
  }

  Responded respond(Leader leader, Given given, ResponseDraft draft) throws SQLException {
    int seen = inbox.read(leader, given.reference()).orElseThrow().state().number();
    return responding.respond(
        leader, given.reference(), draft, seen, UUID.randomUUID(), Instant.now());
  }

  /** Answers, waits until it is handed over, and lets the log say so. */
  void answered(Given given, String role, Decision decision, String text) throws SQLException {
    answered(given, role, ResponseDraft.of(decision, text));
  }

  void answered(Given given, String role, ResponseDraft draft) throws SQLException {
    assertThat(respond(leader(role), given, draft)).isInstanceOf(Responded.Sent.class);
    slot();
    handedOver(given);
  }

  /** Waits until nothing of it is on its way any more. */
  void handedOver(Given given) {
    Instant until = Instant.now().plus(PATIENCE);
    while (waits(given)) {
      assertThat(Instant.now()).as("the outbox should be empty by now").isBefore(until);
      pause();
    }
  }

  private boolean waits(Given given) {
    return owner()
        .sql("select exists (select from delivery.outbox where feedback = ?)")
        .param(given.feedback())
        .query(Boolean.class)
        .single();
  }

  private static void pause() {
    try {
      Thread.sleep(50);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** As if all that happened to it so far had happened so many days before. */
  void age(Given given, int days) {
    for (String table : List.of("response", "step")) {
      owner()
          .sql("update feedback." + table + " set day = day - ? where feedback = ?")
          .params(days, given.feedback())
          .update();
    }
  }

  PublicFeedback inLog(Given given) {
    return log.find(home.id(), given.reference()).orElseThrow();
  }

  boolean isInLog(Given given) {
    return log.find(home.id(), given.reference()).isPresent();
  }

  List<String> types(Given given) {
    return log.entries(home.id(), given.reference()).stream()
        .map(one -> EntryJson.type(one.entry()))
        .toList();
  }

  @Nullable String status(Given given) {
    return owner()
        .sql("select status from feedback.step where feedback = ? order by number desc limit 1")
        .param(given.feedback())
        .query(String.class)
        .single();
  }

  long steps(Given given, String what) {
    return owner()
        .sql("select count(*) from feedback.step where feedback = ? and what = ?")
        .params(given.feedback(), what)
        .query(Long.class)
        .single();
  }

  /** What became of each question whether an answer helped, on its way to the person. */
  List<String> questions(Given given) {
    return owner()
        .sql("select number from feedback.step where feedback = ? and what = 'followed up'")
        .param(given.feedback())
        .query(Integer.class)
        .list()
        .stream()
        .map(number -> outcome("helped/" + given.feedback() + "/" + number))
        .toList();
  }

  /** What became of a text of ours that goes out under an id of this name. */
  String outcome(String name) {
    return owner()
        .sql("select outcome from delivery.outcome where response = ?")
        .param(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.US_ASCII)))
        .query(String.class)
        .single();
  }

  /** Tests look where no login of the application may. */
  JdbcClient owner() {
    return database.owner();
  }

  private List<UUID> feedbacks() {
    return owner().sql("select feedback from feedback.feedback").query(UUID.class).list();
  }

  private String reference(UUID feedback) {
    return owner()
        .sql("select reference from feedback.feedback where feedback = ?")
        .param(feedback)
        .query(String.class)
        .single();
  }
}
