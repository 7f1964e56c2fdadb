package org.answerable.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.answerable.confidential.Confided;
import org.answerable.effect.EffectWriter;
import org.answerable.leader.Leader;
import org.answerable.organisation.Kind;
import org.answerable.organisation.Organisation;
import org.answerable.organisation.Organisations;
import org.answerable.organisation.Sensitivity;
import org.answerable.platform.Databases;
import org.answerable.platform.Ids;
import org.answerable.platform.Login;
import org.answerable.platform.keys.RootKey;
import org.answerable.platform.keys.Sealer;
import org.answerable.testing.FreshFolder;
import org.answerable.testing.WholeDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;

/** What readers see and when, what they decide, and what a slot makes of it. */
@SpringBootTest(classes = IntakeContext.class)
@ContextConfiguration(initializers = FreshFolder.class)
class ReadingIT {
  private static final Instant START = Instant.parse("2026-11-24T09:10:00Z");
  private static final Instant TEN = Instant.parse("2026-11-24T10:00:00Z");
  private static final Instant ELEVEN = Instant.parse("2026-11-24T11:00:00Z");
  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
  private static final AtomicInteger TAKEN = new AtomicInteger(IntakeContext.HOLDING);

  @Autowired private Organisations organisations;
  @Autowired private Slots slots;
  @Autowired private List<EffectWriter<?>> writers;
  @Autowired private FirstReader readers;
  @Autowired private ConfidedRecorder confided;
  @Autowired private AccountsOfTests accounts;
  @Autowired private Databases databases;
  @Autowired private RootKey root;
  @Autowired private Sealer sealer;
  @Autowired private Ids ids;
  private Organisation home;
  private WholeDatabase database;
  private IntakeWorld world;
  private Leader reader;
  private Leader programmes;

  @BeforeEach
  void takeAnOrganisation() throws SQLException {
    home = organisations.all().get(TAKEN.getAndIncrement());
    database = new WholeDatabase(databases, root);
    world = new IntakeWorld(home, databases, database, writers, slots, sealer, ids);
    IntakeIT.now = START;
    reader = leader("reader");
    programmes = leader("programmes");
  }

  @Test
  void isShownToReadersByASlotAfterItsHoldAndNeverByItsArrival() throws SQLException {
    var given = world.give("no syrup");
    assertThat(words()).isEmpty();
    world.slotAt(TEN.minusSeconds(1));
    assertThat(words()).as("within its hold").isEmpty();
    world.slotAt(TEN);
    assertThat(words()).containsExactly("no syrup");
    world.add(given, 1, "4 kids");
    assertThat(words()).as("what is added waits for its slot").containsExactly("no syrup");
    world.slotAt(ELEVEN);
    assertThat(words()).containsExactly("no syrup", "4 kids");
    assertThat(world.released(given)).as("nobody decided").isEmpty();
    assertThat(world.types()).containsExactly("committed", "committed");
    assertThat(world.slotAt(NOON)).as("nothing is left").isFalse();
  }

  @Test
  void aDecisionTakesItOutAtOnceAndReleasesItAtTheNextSlot() throws SQLException {
    var given = waiting("no syrup");
    var found = new Reading.Sorting("medicines", Kind.QUESTION, Sensitivity.S1, Set.of());
    assertThat(decide(given, found)).isInstanceOf(Decided.Done.class);
    assertThat(words()).isEmpty();
    assertThat(world.released(given)).as("before the slot").isEmpty();
    world.slotAt(ELEVEN);
    assertThat(world.released(given)).containsExactly("no syrup");
    assertThat(world.state(given)).isEqualTo("medicines programmes 2026-11-27 false");
    assertThat(step(given)).isEqualTo("question S1 {}");
    assertThat(world.types()).containsExactly("committed", "opened");
  }

  @Test
  void theSecondOfTwoReadersIsToldWhatTheFirstDecided() throws Exception {
    var given = waiting("no syrup");
    var first = new Reading.Sorting("medicines", Kind.REPORT, Sensitivity.S0, Set.of());
    assertThat(decide(given, first)).isEqualTo(new Decided.Done());
    assertThat(decide(given, first)).as("the same, sent twice").isEqualTo(new Decided.Done());
    assertThat(decide(given, new Reading.SetAside(Aside.SPAM)))
        .isEqualTo(new Decided.Already(first));
    world.slotAt(ELEVEN);
    assertThat(decide(given, new Reading.SetAside(Aside.SPAM)))
        .isEqualTo(new Decided.Already(first));
    assertThat(world.released(given)).hasSize(1);
  }

  @Test
  void ofTwoReadersAtOnceOneDecides() throws Exception {
    for (int i = 0; i < 5; i++) {
      var given = waiting("text " + i);
      Callable<Decided> spam = () -> decide(given, new Reading.SetAside(Aside.SPAM));
      Callable<Decided> none = () -> decide(given, new Reading.SetAside(Aside.NOT_FEEDBACK));
      try (var threads = Executors.newFixedThreadPool(2)) {
        var both = threads.invokeAll(List.of(spam, none));
        assertThat(List.of(both.get(0).get(), both.get(1).get()))
            .hasOnlyElementsOfTypes(Decided.Done.class, Decided.Already.class)
            .containsOnlyOnce(new Decided.Done());
      }
    }
    world.slotAt(ELEVEN);
    assertThat(count("intake.set_aside")).isPositive();
    assertThat(sum()).isEqualTo(5);
  }

  @Test
  void aWordListsS2WaitsForAReaderAndAReaderOnlyRaises() throws SQLException {
    var given = world.give("they know where i live", Sensitivity.S2, null);
    world.slotAt(TEN);
    decide(given, new Reading.Sorting("medicines", Kind.REPORT, Sensitivity.S0, Set.of()));
    world.slotAt(ELEVEN);
    assertThat(step(given)).isEqualTo("report S2 {}");
    assertThat(world.types()).as("never opened").containsExactly("committed");
  }

  /** Else whoever sorts could make one vanish. */
  @Test
  void aProposalStaysOneWhateverAReaderTakesItFor() throws SQLException {
    var given = world.propose("a roof at Mto");
    world.slotAt(TEN);
    decide(given, new Reading.Sorting("medicines", Kind.REPORT, Sensitivity.S0, Set.of()));
    world.slotAt(ELEVEN);
    assertThat(step(given)).isEqualTo("proposal S0 {}");
    assertThat(world.state(given)).as("and may be published").endsWith(" true");
  }

  @Test
  void anExclusionMakesItS2AndPassesToTheNextRole() throws SQLException {
    leader("board");
    var given = waiting("the lead of programmes");
    decide(given, sorting("medicines", "programmes", programmes.account().toString()));
    world.slotAt(ELEVEN);
    assertThat(world.state(given)).isEqualTo("medicines board 2026-11-27 false");
    assertThat(step(given)).startsWith("report S2 {").contains("programmes");
    assertThat(world.types()).containsExactly("committed");
  }

  @Test
  void whatNobodyCouldAnswerIsRefused() throws SQLException {
    var given = waiting("the lead of programmes");
    for (String excluded : List.of("programmes", programmes.account().toString())) {
      assertThat(decide(given, sorting("medicines", excluded)))
          .isInstanceOf(Decided.NobodyLeft.class);
    }
    assertThat(words()).hasSize(1);
    leader("programmes");
    assertThat(decide(given, sorting("medicines", programmes.account().toString())))
        .isInstanceOf(Decided.Done.class);
  }

  @Test
  void whatIsForTheFocalPointAloneLeavesTheIntakeAtOnce() throws SQLException {
    var given = waiting("he touches me");
    world.add(given, 1, "im 14");
    assertThat(decide(given, new Reading.Confidential())).isInstanceOf(Decided.Done.class);
    assertThat(words()).isEmpty();
    assertThat(confided.of(home.id()))
        .extracting(Confided::words)
        .containsExactlyInAnyOrder("he touches me", "im 14");
    Confided first = confided.of(home.id()).getFirst();
    assertThat(first.report()).isEqualTo(given.feedback());
    assertThat(first.reference()).isEqualTo(given.text().reference());
    assertThat(count("intake.given") + count("intake.part")).isZero();
    world.add(given, 2, "help");
    world.detail(given, 3, "medicines", true, true);
    world.slotAt(ELEVEN);
    assertThat(confided.of(home.id())).extracting(Confided::words).contains("help").hasSize(3);
    assertThat(world.released(given)).isEmpty();
    assertThat(world.types()).containsOnly("committed").hasSize(3);
    assertThat(world.slotAt(NOON)).as("nothing is left").isFalse();
    assertThat(decide(given, new Reading.SetAside(Aside.SPAM)))
        .isEqualTo(new Decided.Already(new Reading.Confidential()));
  }

  @Test
  void whatASenderRaisesLeavesTheIntakeAtTheSlotWhateverItsHold() throws SQLException {
    var byAddition = world.give("they gave me less");
    world.detail(byAddition, 1, null, null, Sensitivity.S3, false);
    var byTopic = world.give("my uncle");
    world.detail(byTopic, 1, "abuse", null, false);
    assertThat(confided.of(home.id())).isEmpty();
    world.slotAt(START.plusSeconds(60));
    assertThat(confided.of(home.id()))
        .extracting(Confided::words, Confided::topic)
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple("they gave me less", null),
            org.assertj.core.groups.Tuple.tuple("my uncle", "abuse"));
    assertThat(count("intake.given")).isZero();
  }

  @Test
  void whatWasSetAsideIsNeverReleasedIsCountedAtItsSlotAndCanBecomeFeedback() throws SQLException {
    var hi = world.give("hi", Sensitivity.S0, Aside.GREETING);
    world.give("WIN 50000", Sensitivity.S0, Aside.SPAM);
    assertThat(sum()).isZero();
    world.slotAt(TEN);
    world.slotAt(ELEVEN);
    assertThat(sum()).isEqualTo(2);
    assertThat(words()).as("they wait for nobody").isEmpty();
    assertThat(readersAside()).hasSize(2);
    assertThat(world.released(hi)).isEmpty();
    decide(hi, sorting("medicines"));
    assertThat(readersAside()).hasSize(1);
    world.slotAt(NOON);
    assertThat(world.released(hi)).containsExactly("hi");
    assertThat(sum()).isEqualTo(1);
  }

  @Test
  void whatAReaderSetAsideCanBeTurnedBackByAnother() throws SQLException {
    var given = waiting("no syrup");
    decide(given, new Reading.SetAside(Aside.NOT_FEEDBACK));
    world.slotAt(ELEVEN);
    assertThat(readersAside()).hasSize(1);
    assertThat(decideAt(given, 1, sorting("medicines"))).isInstanceOf(Decided.Done.class);
    world.slotAt(NOON);
    assertThat(world.released(given)).containsExactly("no syrup");
    assertThat(sum()).isZero();
  }

  @Test
  void whatWasSetAsideIsGoneAfterThirtyDays() throws SQLException {
    world.give("hi", Sensitivity.S0, Aside.GREETING);
    world.slotAt(TEN);
    world.slotAt(TEN.plusSeconds(30L * 24 * 3600));
    assertThat(count("intake.part")).isEqualTo(1);
    world.slotAt(TEN.plusSeconds(31L * 24 * 3600));
    assertThat(count("intake.part") + count("intake.given")).isZero();
    assertThat(sum()).as("counted for good").isEqualTo(1);
  }

  /** The sender named a topic while the reader was reading: the slot released it. */
  @Test
  void aDecisionOnWhatASlotReleasedMeanwhileCorrectsIt() throws SQLException {
    var given = waiting("the lead of programmes beat me");
    leader("board");
    Unread shown = readers.find(reader, given.text().reference()).orElseThrow();
    databases
        .as(Login.READER)
        .sql(
            """
            insert into intake.decision
              (organisation, feedback, round, reference, day, what, topic, kind, sensitivity, excluded)
            values (?, ?, ?, ?, ?, 'feedback', 'privacy', 'report', 'S1', array['programmes'])
            """)
        .params(home.id(), shown.feedback(), 7, shown.reference(), IntakeIT.TODAY)
        .update();
    database
        .owner()
        .sql("update intake.decision set applied = true where organisation = ?")
        .param(home.id())
        .update();
    world.detail(given, 1, "medicines", null, true);
    world.slotAt(ELEVEN);
    assertThat(world.state(given)).startsWith("medicines programmes");
    database
        .owner()
        .sql("update intake.decision set applied = false where organisation = ?")
        .param(home.id())
        .update();
    world.slotAt(NOON);
    assertThat(world.state(given)).startsWith("privacy board");
    assertThat(step(given)).isEqualTo("report S2 {programmes}");
  }

  private IntakeWorld.Given waiting(String words) throws SQLException {
    IntakeIT.now = START;
    var given = world.give(words);
    world.slotAt(TEN);
    return given;
  }

  private static Reading.Sorting sorting(String topic, String... excluded) {
    return new Reading.Sorting(topic, Kind.REPORT, Sensitivity.S0, Set.of(excluded));
  }

  private Decided decide(IntakeWorld.Given given, Reading reading) throws SQLException {
    return decideAt(given, 0, reading);
  }

  private Decided decideAt(IntakeWorld.Given given, int round, Reading reading)
      throws SQLException {
    return readers.decide(reader, given.text().reference(), round, reading, IntakeIT.now);
  }

  private List<String> words() {
    var waiting = readers.waiting(reader);
    var texts = readers.texts(reader, waiting);
    return waiting.stream()
        .flatMap(one -> texts.getOrDefault(one.feedback(), List.of()).stream())
        .map(Unread.Text::words)
        .toList();
  }

  private List<Unread> readersAside() {
    return readers.setAside(reader, 1).rows();
  }

  private Leader leader(String... roles) {
    var leader = new Leader(UUID.randomUUID(), home.id(), "Asha", Set.of(roles));
    accounts.add(leader);
    return leader;
  }

  private String step(IntakeWorld.Given given) {
    return databases
        .as(Login.INBOX)
        .sql("select kind, sensitivity, excluded::text from inbox.feedback where feedback = ?")
        .param(given.feedback())
        .query((row, n) -> row.getString(1) + " " + row.getString(2) + " " + row.getString(3))
        .single();
  }

  private long count(String table) {
    return database.count(table + " where organisation = ?", home.id());
  }

  private long sum() {
    return database
        .owner()
        .sql("select coalesce(sum(count), 0) from intake.set_aside where organisation = ?")
        .param(home.id())
        .query(Long.class)
        .single();
  }
}
