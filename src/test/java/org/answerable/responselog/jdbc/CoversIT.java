package org.answerable.responselog.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.answerable.effect.EffectWriter;
import org.answerable.feedback.TestOrganisation;
import org.answerable.organisation.Organisation;
import org.answerable.platform.AnswerableProperties;
import org.answerable.platform.Databases;
import org.answerable.platform.Login;
import org.answerable.platform.keys.CoverSeeds;
import org.answerable.platform.keys.RootKey;
import org.answerable.responselog.Covers;
import org.answerable.responselog.Entry;
import org.answerable.responselog.EntryJson;
import org.answerable.responselog.EntryStaged;
import org.answerable.responselog.Sequencer;
import org.answerable.responselog.Tree;
import org.answerable.testing.FreshFolder;
import org.answerable.testing.LogMirror;
import org.answerable.testing.WholeDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;

/** Covers in a real log: each slot once, announced before, and like all others. */
@SpringBootTest(classes = LogContext.class)
@ContextConfiguration(initializers = FreshFolder.class)
class CoversIT {
  private static final AtomicInteger TAKEN = new AtomicInteger();
  private static final Instant START = Instant.parse("2026-11-10T09:00:00Z");
  private static final Duration SLOT = Duration.ofHours(1);
  private static final int KILLS_MAX = 60;
  private static final YearMonth MONTH = YearMonth.of(2026, 11);

  @Autowired private Databases databases;
  @Autowired private RootKey root;
  @Autowired private EffectWriter<EntryStaged> staged;
  @Autowired private Continuity continuity;
  @Autowired private AnswerableProperties properties;
  @Autowired private Tree tree;
  @TempDir private Path folder;
  private CoverSeeds seeds;
  private Organisation home;
  private LogWorld world;

  @BeforeEach
  void takeAnOrganisation() throws SQLException {
    home = TestOrganisation.covered("covers-" + TAKEN.getAndIncrement(), 6);
    seeds = new CoverSeeds(properties.keysDir(), root);
    world = world(home, sequencer(databases, false));
  }

  private LogWorld world(Organisation organisation, Sequencer sequencer) throws SQLException {
    return new LogWorld(
        organisation,
        databases,
        new WholeDatabase(databases, root),
        staged,
        sequencer,
        tree,
        new Random());
  }

  private Sequencer sequencer(Databases some, boolean demo) {
    return new JdbcSequencer(some, continuity, new SlotCovers(seeds, demo));
  }

  private Covers covers(YearMonth month) {
    return new Covers(home.id(), seeds.of(home.id(), month), 6);
  }

  private Stream<String> committed() {
    return world.all().stream()
        .filter(Entry.Committed.class::isInstance)
        .map(entry -> HexFormat.of().formatHex(((Entry.Committed) entry).commitment()));
  }

  private List<String> drawn(Instant moment) {
    return covers(MONTH).of(home.slotNumber(moment)).stream()
        .map(HexFormat.of()::formatHex)
        .toList();
  }

  @Test
  void eachSlotHasTheCoversThatItsSeedDrawsWhateverArrived() throws Exception {
    for (int slot = 0; slot < 24; slot++) {
      Instant moment = START.plus(SLOT.multipliedBy(slot));
      long before = committed().count();
      int arrived = slot % 3;
      world.stage(arrived);
      world.slotAt(moment);
      world.slotAt(moment.plusSeconds(600));
      assertThat(committed().count() - before).isEqualTo(arrived + drawn(moment).size());
      assertThat(committed()).containsAll(drawn(moment)).doesNotHaveDuplicates();
    }
    assertThat(world.checkpoint().size()).isEqualTo(world.entries());
    world.mirror.copy(folder.resolve("copy"));
    assertThat(LogMirror.verify(folder.resolve("copy").toString(), folder.resolve("seen")).status())
        .isZero();
  }

  @Test
  void nothingTellsACoverFromAnotherCommitment() throws Exception {
    for (int slot = 0; slot < 5; slot++) {
      world.stage(3);
      world.slotAt(LogWorld.SLOT.plus(SLOT.multipliedBy(slot)));
    }
    assertThat(
            world.all().stream()
                .filter(Entry.Committed.class::isInstance)
                .map(entry -> EntryJson.write(home.id(), entry).length))
        .hasSizeGreaterThan(15)
        .containsOnly(EntryJson.write(home.id(), world.all().getLast()).length);
    assertThat(world.all().stream().map(Entry::day)).containsOnly(home.day(LogWorld.SLOT));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void killedAnywhereASlotHasThemOnce(boolean unheard) throws Exception {
    Instant moment = START;
    while (drawn(moment).isEmpty()) {
      moment = moment.plus(SLOT);
    }
    world.stage(2);
    int kills = 0;
    while (killedAfter(kills, unheard, moment)) {
      assertThat(++kills).as("kills").isLessThan(KILLS_MAX);
    }
    assertThat(kills).isGreaterThan(10);
    assertThat(committed()).hasSize(2 + drawn(moment).size()).containsAll(drawn(moment));
    assertThat(world.all()).filteredOn(Entry.CoversAnnounced.class::isInstance).hasSize(1);
  }

  /** Whether it broke. */
  private boolean killedAfter(int statements, boolean unheard, Instant moment) {
    var source = new KilledAfter(databases.source(Login.LOG), statements, unheard);
    Sequencer killed = sequencer(new Databases(Map.of(Login.LOG, source)), false);
    return catchThrowable(() -> killed.sequence(home, moment)) != null;
  }

  @Test
  void theSeedIsAnnouncedFirstAndTheNextOneFromThe20thOn() throws Exception {
    world.slotAt(Instant.parse("2026-11-19T12:00:00Z"));
    var november =
        new Entry.CoversAnnounced(
            home.day(Instant.parse("2026-11-19T12:00:00Z")),
            MONTH,
            covers(MONTH).announced(MONTH),
            6);
    assertThat(world.entry(0)).usingRecursiveComparison().isEqualTo(november);
    assertThat(announced()).containsExactly(MONTH);
    world.slotAt(Instant.parse("2026-11-20T12:00:00Z"));
    world.slotAt(Instant.parse("2026-11-21T12:00:00Z"));
    assertThat(announced()).containsExactly(MONTH, MONTH.plusMonths(1));
    world.slotAt(Instant.parse("2026-12-01T12:00:00Z"));
    assertThat(announced()).containsExactly(MONTH, MONTH.plusMonths(1));
  }

  private Stream<YearMonth> announced() {
    return world.all().stream()
        .filter(Entry.CoversAnnounced.class::isInstance)
        .map(entry -> ((Entry.CoversAnnounced) entry).month());
  }

  @Test
  void anotherNumberCountsFromTheNextMonthOn() throws Exception {
    world.slotAt(START);
    Organisation more = TestOrganisation.covered(home.id(), 20);
    Sequencer sequencer = sequencer(databases, false);
    for (int slot = 1; slot < 6; slot++) {
      Instant moment = START.plus(SLOT.multipliedBy(slot));
      long before = committed().count();
      sequencer.sequence(more, moment);
      assertThat(committed().count() - before).isEqualTo(drawn(moment).size());
    }
    sequencer.sequence(more, Instant.parse("2026-11-25T12:00:00Z"));
    assertThat(((Entry.CoversAnnounced) firstOf(MONTH.plusMonths(1))).pad()).isEqualTo(20);
  }

  private Entry firstOf(YearMonth month) {
    return world.all().stream()
        .filter(entry -> entry instanceof Entry.CoversAnnounced said && said.month().equals(month))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aSeedWhoseFileIsLostIsReplacedInPublic() throws Exception {
    world.slotAt(START);
    Files.delete(properties.keysDir().resolve(home.id()).resolve("covers-2026-11.key"));
    world.slotAt(START.plus(SLOT));
    assertThat(announced()).containsExactly(MONTH, MONTH);
    assertThat(committed()).containsAll(drawn(START.plus(SLOT)));
  }

  @Test
  void theDemoHasThemOnlyWhereSomethingArrived() throws Exception {
    LogWorld demo = world(home, sequencer(databases, true));
    for (int second = 0; second < 20; second++) {
      demo.slotAt(START.plusSeconds(second));
    }
    assertThat(demo.entries()).isZero();
    demo.stage(1);
    demo.slotAt(START.plusSeconds(30));
    assertThat(demo.entries())
        .isEqualTo(2 + covers(MONTH).count(START.plusSeconds(30).getEpochSecond()));
  }

  @Test
  void withoutThemASlotAddsNothing() throws Exception {
    LogWorld none = world(TestOrganisation.covered(home.id(), 0), sequencer(databases, false));
    none.slotAt(START);
    assertThat(none.entries()).isZero();
  }
}
