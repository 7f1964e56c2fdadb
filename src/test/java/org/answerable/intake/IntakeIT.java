package org.answerable.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.answerable.effect.EffectWriter;
import org.answerable.organisation.Kind;
import org.answerable.organisation.Organisation;
import org.answerable.organisation.Organisations;
import org.answerable.organisation.Sensitivity;
import org.answerable.platform.Databases;
import org.answerable.platform.Ids;
import org.answerable.platform.Login;
import org.answerable.platform.keys.RootKey;
import org.answerable.platform.keys.Sealer;
import org.answerable.responselog.Declarations;
import org.answerable.responselog.Entry;
import org.answerable.responselog.LogCommitment;
import org.answerable.responselog.Sequencer;
import org.answerable.testing.FreshFolder;
import org.answerable.testing.WholeDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;

/** From what was said to what may be seen: holds, slots, routes, and the log's order. */
@SpringBootTest(classes = IntakeContext.class)
@ContextConfiguration(initializers = FreshFolder.class)
class IntakeIT {
  /** Ten past twelve in Nairobi, on a Tuesday. Slots are on the hour, the hold is 30 minutes. */
  private static final Instant START = Instant.parse("2026-11-24T09:10:00Z");

  private static final Instant TEN = Instant.parse("2026-11-24T10:00:00Z");
  static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
  static final AtomicInteger TAKEN = new AtomicInteger();
  static volatile Instant now = START;

  @Autowired private Organisations organisations;
  @Autowired private Slots slots;
  @Autowired private Release release;
  @Autowired private Sequencer sequencer;
  @Autowired private List<EffectWriter<?>> writers;
  @Autowired private Databases databases;
  @Autowired private RootKey root;
  @Autowired private Sealer sealer;
  @Autowired private Ids ids;
  private Organisation home;
  private WholeDatabase database;
  private IntakeWorld world;

  @BeforeEach
  void takeAnOrganisation() throws SQLException {
    home = organisations.all().get(TAKEN.getAndIncrement());
    database = new WholeDatabase(databases, root);
    world = new IntakeWorld(home, databases, database, writers, slots, sealer, ids);
    now = START;
  }

  @Test
  void isCommittedAtTheNextSlotAndReleasedAtTheFirstOneAfterItsHold() throws SQLException {
    IntakeWorld.Given given = world.give("no syrup");
    world.slotAt(TEN.minusSeconds(1));
    assertThat(world.log()).containsExactly(new IntakeWorld.Line("committed", given.commitment()));
    assertThat(world.released(given)).isEmpty();
    world.slotAt(TEN);
    assertThat(world.types()).containsExactly("committed", "opened");
    assertThat(world.released(given)).containsExactly("no syrup");
    assertThat(world.slotAt(TEN.plusSeconds(3600))).as("nothing is left").isFalse();
    assertThat(world.types()).hasSize(2);
  }

  @Test
  void waitsASlotLongerWhenItsHoldIsNotOverAtTheNext() throws SQLException {
    now = Instant.parse("2026-11-24T09:45:00Z");
    IntakeWorld.Given given = world.give("no syrup");
    world.slotAt(TEN);
    assertThat(world.released(given)).isEmpty();
    world.slotAt(TEN.plus(Duration.ofHours(1)));
    assertThat(world.released(given)).hasSize(1);
  }

  @Test
  void theEndOfItsQuestionsEndsItsHold() throws SQLException {
    IntakeWorld.Given given = world.give("no syrup");
    world.detail(given, 1, "medicines", true, true);
    world.slotAt(START.plusSeconds(60));
    assertThat(world.released(given)).hasSize(1);
    assertThat(world.state(given)).isEqualTo("medicines programmes 2026-11-27 true");
  }

  @Test
  void whatWasAddedWithinTheHoldIsReleasedWithIt() throws SQLException {
    IntakeWorld.Given given = world.give("no syrup");
    world.add(given, 1, "and the nurse was away");
    world.slotAt(TEN);
    assertThat(world.released(given)).containsExactly("no syrup", "and the nurse was away");
    assertThat(world.types()).containsExactly("committed", "committed", "opened", "opened");
  }

  /** Invariant 7: nobody reads a text whose commitment is not in the log yet. */
  @Test
  void whatIsAddedWhileASlotRunsWaitsForTheNext() throws SQLException {
    IntakeWorld.Given given = world.give("no syrup");
    world.slotAt(TEN);
    var added = new AtomicBoolean();
    Release meanwhile =
        (organisation, moment, first) -> {
          if (added.compareAndSet(false, true)) {
            world.add(given, 1, "in between");
          }
          return release.run(organisation, moment, first);
        };
    slots(meanwhile, (organisation, now) -> true).run(home, TEN.plusSeconds(3600));
    assertThat(world.released(given)).containsExactly("no syrup");
    world.slotAt(TEN.plusSeconds(7200));
    assertThat(world.released(given)).containsExactly("no syrup", "in between");
  }

  /** What is not in the log yet can't be closed in it. */
  @Test
  void whatAccusesWhileItsSlotRunsIsClosedAtTheNext() throws SQLException {
    IntakeWorld.Given given = world.give("no syrup");
    var said = new AtomicBoolean();
    Release meanwhile =
        (organisation, moment, first) -> {
          int released = release.run(organisation, moment, first);
          if (released > 0 && said.compareAndSet(false, true)) {
            world.detail(given, 1, null, null, Sensitivity.S2, false);
          }
          return released;
        };
    slots(meanwhile, (organisation, now) -> true).run(home, TEN);
    assertThat(said).isTrue();
    world.slotAt(TEN.plusSeconds(3600));
    assertThat(
            database.count(
                "responselog.feedback where closed is not null and reference = ?",
                given.text().reference()))
        .isEqualTo(1);
  }

  @Test
  void byRulesThatTheLogDoesNotSayNothingIsReleased() throws SQLException {
    IntakeWorld.Given given = world.give("no syrup");
    slots(release, (organisation, now) -> false).run(home, TEN);
    assertThat(world.types()).containsExactly("committed");
    assertThat(world.released(given)).isEmpty();
    world.slotAt(TEN.plusSeconds(3600));
    assertThat(world.released(given)).hasSize(1);
  }

  private Slots slots(Release through, Declarations declarations) {
    return new Slots(through, sequencer, (organisation, now) -> {}, declarations);
  }

  /** It was written on a node whose clock is ahead, or before the time zone was changed. */
  @Test
  void nothingIsOpenedBeforeTheDayOnWhichItWasAsked() throws SQLException {
    world.on(TODAY.plusDays(1));
    world.give("no syrup");
    world.slotAt(TEN);
    assertThat(world.entries()).extracting(Entry::day).containsOnly(TODAY.plusDays(1));
  }

  @Test
  void whatWasAddedLaterComesAtTheNextSlot() throws SQLException {
    IntakeWorld.Given given = world.give("no syrup");
    world.slotAt(TEN);
    world.add(given, 1, "and the nurse was away");
    assertThat(world.released(given)).hasSize(1);
    world.slotAt(TEN.plusSeconds(3600));
    assertThat(world.released(given)).containsExactly("no syrup", "and the nurse was away");
    assertThat(world.types()).containsExactly("committed", "opened", "committed", "opened");
    Entry last = world.entries().getLast();
    assertThat(((Entry.AdditionOpened) last).adds()).isEqualTo(given.text().reference());
  }

  @Test
  void theCommitmentOfWhatWasOpenedCanBeProven() throws SQLException {
    IntakeWorld.Given given = world.give("no syrup");
    world.add(given, 1, "and the nurse was away");
    world.slotAt(TEN);
    var committed = new ArrayList<byte[]>();
    int proven = 0;
    for (Entry entry : world.entries()) {
      switch (entry) {
        case Entry.Committed e -> committed.add(e.commitment());
        case Entry.Opened e -> {
          prove(e.commitment(), e.salt(), e.reference(), e.textHash(), committed);
          proven++;
        }
        case Entry.AdditionOpened e -> {
          prove(e.commitment(), e.salt(), e.adds(), e.textHash(), committed);
          proven++;
        }
        default -> throw new AssertionError(entry);
      }
    }
    assertThat(proven).isEqualTo(2);
    for (byte[] plain : world.opened(given)) {
      byte[] innerSalt = Arrays.copyOf(plain, Released.Part.SALT_BYTES);
      String words = new String(plain, innerSalt.length, plain.length - 32, StandardCharsets.UTF_8);
      byte[] textHash = LogCommitment.textHash(innerSalt, words);
      assertThat(world.textHashes()).anyMatch(hash -> Arrays.equals(hash, textHash));
    }
  }

  private void prove(
      byte[] commitment, byte[] salt, String reference, byte[] textHash, List<byte[]> committed) {
    assertThat(LogCommitment.of(home.id(), salt, reference, textHash)).isEqualTo(commitment);
    assertThat(committed)
        .as("committed before it was opened")
        .anyMatch(earlier -> Arrays.equals(earlier, commitment));
  }

  @Test
  void whatNobodySortedGoesToTheReaderAlone() throws SQLException {
    IntakeWorld.Given given = world.give("no syrup");
    world.slotAt(TEN);
    assertThat(world.state(given)).isEqualTo("unsorted reader 2027-01-05 false");
    Entry.Opened opened = (Entry.Opened) world.entries().getLast();
    assertThat(opened.role()).isEqualTo("reader");
    assertThat(opened.topic()).isEqualTo("unsorted");
    assertThat(opened.kind()).isEqualTo(Kind.REPORT);
  }

  @Test
  void aTopicThatWasChosenBeforeTheReleaseRoutesIt() throws SQLException {
    IntakeWorld.Given given = world.give("no syrup");
    world.detail(given, 1, "hours", null, false);
    world.detail(given, 2, "medicines", null, false);
    world.detail(given, 3, null, true, false);
    world.slotAt(TEN);
    assertThat(world.state(given)).isEqualTo("medicines programmes 2026-11-27 true");
  }

  @Test
  void aTopicThatWasChosenLaterMovesItAndTheLogSaysSo() throws SQLException {
    IntakeWorld.Given given = world.give("no syrup");
    world.slotAt(TEN);
    world.detail(given, 1, "medicines", null, false);
    world.slotAt(TEN.plusSeconds(3600));
    assertThat(world.state(given)).isEqualTo("medicines programmes 2026-11-27 false");
    Entry.StatusChanged moved = (Entry.StatusChanged) world.entries().getLast();
    assertThat(moved.topic()).isEqualTo("medicines");
    assertThat(moved.withRole()).isEqualTo("programmes");
    assertThat(moved.due()).isEqualTo(LocalDate.of(2026, 11, 27));
  }

  @Test
  void whatAccusesIsNeverOpened() throws SQLException {
    IntakeWorld.Given given = world.give("the chair takes money");
    world.add(given, 1, "since march");
    world.detail(given, 2, "leadership", null, true);
    world.slotAt(TEN);
    world.add(given, 3, "and april");
    world.slotAt(TEN.plusSeconds(3600));
    assertThat(world.types()).containsExactly("committed", "committed", "committed");
    assertThat(world.state(given)).startsWith("leadership reader ");
    assertThat(world.released(given)).hasSize(3);
  }

  /** Who named the topic after the release gets no new trace in public from then on. */
  @Test
  void whatTurnsOutToAccuseIsClosedToThePublicFromThenOn() throws SQLException {
    IntakeWorld.Given given = world.give("the chair takes money");
    world.slotAt(TEN);
    assertThat(world.types()).containsExactly("committed", "opened");
    world.add(given, 1, "since march");
    world.detail(given, 2, "leadership", null, true);
    world.slotAt(TEN.plusSeconds(3600));
    world.add(given, 3, "and april");
    world.slotAt(TEN.plusSeconds(7200));
    assertThat(world.types()).containsExactly("committed", "opened", "committed", "committed");
    assertThat(world.released(given)).hasSize(3);
  }

  @Test
  void theOrderOfTheLogTellsNothingOfWhoCameFirst() throws SQLException {
    List<IntakeWorld.Given> given = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      given.add(world.give("text " + i));
    }
    world.slotAt(TEN);
    List<String> came = given.stream().map(one -> one.text().reference()).toList();
    List<String> opened =
        world.entries().stream()
            .filter(Entry.Opened.class::isInstance)
            .map(entry -> ((Entry.Opened) entry).reference())
            .toList();
    assertThat(opened).containsExactlyInAnyOrderElementsOf(came).isNotEqualTo(came);
    List<String> commitments = given.stream().map(IntakeWorld.Given::commitment).toList();
    List<String> committed =
        world.log().stream()
            .filter(line -> line.type().equals("committed"))
            .map(IntakeWorld.Line::what)
            .toList();
    assertThat(committed)
        .containsExactlyInAnyOrderElementsOf(commitments)
        .isNotEqualTo(commitments);
  }

  @Test
  void twoNodesAtOncePutEachEntryInOrderOnce() throws Exception {
    for (int i = 0; i < 40; i++) {
      world.give("text " + i);
    }
    now = TEN;
    Callable<Boolean> slot = () -> slots.run(home, TEN);
    try (var threads = Executors.newFixedThreadPool(4)) {
      for (Future<Boolean> done : threads.invokeAll(List.of(slot, slot, slot, slot))) {
        done.get();
      }
    }
    // two of them declare deadlines and routing
    assertThat(world.indexes()).isEqualTo(LongStream.range(0, 82).boxed().toList());
    assertThat(world.types()).filteredOn("committed"::equals).hasSize(40);
    assertThat(world.types()).filteredOn("opened"::equals).hasSize(40);
    assertThat(database.count("responselog.staged where organisation = ?", home.id())).isZero();
    assertThat(database.count("intake.given where organisation = ?", home.id())).isZero();
  }

  /** The log only grows, whoever signs in; only its owner, who migrates, could do otherwise. */
  @ParameterizedTest
  @EnumSource(Login.class)
  void noLoginChangesWhatIsWritten(Login login) {
    Stream.of(
            "responselog.entry",
            "responselog.node",
            "responselog.checkpoint",
            "responselog.log",
            "responselog.cover_seed",
            "responselog.slot",
            "responselog.content",
            "feedback.feedback",
            "feedback.part",
            "feedback.step",
            "feedback.response",
            "feedback.commitment")
        .flatMap(
            table ->
                Stream.of(
                    "update " + table + " set organisation = organisation",
                    "delete from " + table,
                    "truncate " + table))
        .filter(statement -> !takesWordsBack(login, statement))
        .forEach(statement -> refused(login, statement));
    refused(login, "drop table responselog.entry");
    refused(login, "alter table responselog.entry drop column body");
    if (login != Login.LOG) {
      refused(login, "insert into responselog.entry values ('x', 0, 't', null, now(), '')");
      refused(login, "insert into responselog.checkpoint values ('x', 0, '', '')");
      refused(login, "insert into responselog.log values ('x', 1, '', '', 0, now())");
    }
  }

  /**
   * Words that leaders may not read any more go to the focal point alone, or are taken back; so are
   * words that were published. The log keeps their hash.
   */
  private static boolean takesWordsBack(Login login, String statement) {
    return login == Login.INTAKE && statement.equals("delete from feedback.part")
        || login == Login.LOG && statement.equals("delete from responselog.content");
  }

  private void refused(Login login, String statement) {
    assertThatThrownBy(() -> databases.as(login).sql(statement).update())
        .as("%s: %s", login, statement)
        .rootCause()
        .isInstanceOf(SQLException.class)
        .extracting(e -> ((SQLException) e).getSQLState())
        .isEqualTo("42501");
  }
}
