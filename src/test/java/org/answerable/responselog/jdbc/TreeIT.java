package org.answerable.responselog.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.answerable.effect.EffectWriter;
import org.answerable.organisation.Organisations;
import org.answerable.platform.AnswerableProperties;
import org.answerable.platform.Databases;
import org.answerable.platform.Login;
import org.answerable.platform.keys.RootKey;
import org.answerable.responselog.Entry;
import org.answerable.responselog.EntryStaged;
import org.answerable.responselog.LogStopped;
import org.answerable.responselog.Sequencer;
import org.answerable.responselog.Tree;
import org.answerable.testing.FreshFolder;
import org.answerable.testing.LogMirror;
import org.answerable.testing.LogMirror.Verdict;
import org.answerable.testing.WholeDatabase;
import org.answerable.tlog.EntryBundle;
import org.answerable.tlog.Tile;
import org.answerable.tlog.TlogProof;
import org.answerable.tlog.VerifierKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.test.context.ContextConfiguration;

/**
 * The log as a tree: what it signs, that it keeps to it, and that anybody sees when it does not.
 */
@SpringBootTest(classes = LogContext.class)
@ContextConfiguration(initializers = FreshFolder.class)
class TreeIT {
  private static final AtomicInteger TAKEN = new AtomicInteger();
  private static final int KILLS_MAX = 60;

  @Autowired private Organisations organisations;
  @Autowired private Databases databases;
  @Autowired private RootKey root;
  @Autowired private EffectWriter<EntryStaged> staged;
  @Autowired private Sequencer sequencer;
  @Autowired private LogSigners signers;
  @Autowired private Continuity continuity;
  @Autowired private SlotCovers covers;
  @Autowired private AnswerableProperties properties;
  @Autowired private LogNotice notice;
  @Autowired private Tree tree;
  @TempDir private Path folder;
  private final long seed = System.nanoTime();
  private LogWorld world;
  private int copies;

  @BeforeEach
  void takeAnOrganisation() throws SQLException {
    world =
        new LogWorld(
            organisations.all().get(TAKEN.getAndIncrement()),
            databases,
            new WholeDatabase(databases, root),
            staged,
            sequencer,
            tree,
            new Random(seed));
  }

  /** Copied and checked as anybody would, against what was seen the last time. */
  private Verdict verify() throws Exception {
    Path copy = folder.resolve("copy-" + copies++);
    world.mirror.copy(copy);
    return LogMirror.verify(copy.toString(), folder.resolve("seen"));
  }

  private void accepted() throws Exception {
    Verdict verdict = verify();
    assertThat(verdict.status()).as("%s (seed %d)", verdict.said(), seed).isZero();
  }

  @Test
  void thereIsAKeyAndNoCheckpointBeforeTheFirstEntry() throws Exception {
    String key = tree.key(world.home.id());
    world.slot();
    assertThat(tree.checkpoint(world.home.id())).isEmpty();
    assertThat(tree.proof(world.home.id(), 0)).isEmpty();
    world.grow(1);
    assertThat(tree.key(world.home.id()))
        .isEqualTo(key)
        .startsWith("localhost:8080/" + world.home.id() + "/tlog+");
    accepted();
  }

  @Test
  void itGrowsInStepsOfAnySizeAndNobodyFindsAFault() throws Exception {
    var random = new Random(seed);
    for (int step = 0; step < 12; step++) {
      world.grow(random.nextInt(1, step % 3 == 0 ? 1_500 : 90));
      assertThat(world.checkpoint().size()).isEqualTo(world.entries());
      accepted();
    }
  }

  @Test
  void itGrowsBeyondTwoLevelsOfTiles() throws Exception {
    world.grow(65_530);
    world.grow(300);
    assertThat(tree.tile(world.home.id(), new Tile(2, 0, 1))).isPresent();
    accepted();
    proves(65_600);
  }

  @Test
  void everyEntryHasAProof() throws Exception {
    world.grow(700);
    for (long index : new long[] {0, 255, 256, 511, 512, 699}) {
      proves(index);
    }
    assertThat(tree.proof(world.home.id(), 700)).isEmpty();
  }

  private void proves(long index) throws Exception {
    TlogProof proof = tree.proof(world.home.id(), index).orElseThrow();
    VerifierKey key = VerifierKey.parse(tree.key(world.home.id()));
    assertThat(TlogProof.parse(proof.bytes()).verifies(world.leaf(index), key)).isTrue();
    assertThat(proof.verifies(world.leaf(index == 0 ? 1 : 0), key)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void killedAnywhereItHasSignedNothingThatIsNotThere(boolean unheard) throws Exception {
    world.grow(250);
    accepted();
    byte[] before = tree.checkpoint(world.home.id()).orElseThrow();
    world.stage(300);
    int kills = 0;
    while (killedAfter(kills, unheard)) {
      assertThat(world.staged() + world.entries()).as("killed after %d", kills).isEqualTo(550);
      if (world.staged() > 0) {
        assertThat(tree.checkpoint(world.home.id())).hasValue(before);
      }
      accepted();
      assertThat(++kills).as("kills").isLessThan(KILLS_MAX);
    }
    assertThat(kills).isGreaterThan(9);
    assertThat(world.checkpoint().size()).isEqualTo(550);
    accepted();
  }

  /** Whether it broke. */
  private boolean killedAfter(int statements, boolean unheard) throws SQLException {
    var source = new KilledAfter(databases.source(Login.LOG), statements, unheard);
    var killed = new JdbcSequencer(new Databases(Map.of(Login.LOG, source)), continuity, covers);
    Throwable broken = catchThrowable(() -> killed.sequence(world.home, LogWorld.SLOT));
    if (broken != null) {
      assertThat(NestedExceptionUtils.getMostSpecificCause(broken))
          .isInstanceOf(KilledAfter.Killed.class);
    }
    return broken != null;
  }

  @Test
  void commitmentsHaveTheDayOfTheirSlotAndNotOfTheirArrival() throws Exception {
    world.grow(3);
    byte[] bundle = tree.bundle(world.home.id(), new EntryBundle(0, 3)).orElseThrow();
    assertThat(new String(bundle, StandardCharsets.ISO_8859_1))
        .contains("\"day\":\"2026-11-24\"")
        .doesNotContain("2026-11-23");
  }

  @Test
  void theNameOfTheLogStaysWhenTheServerMoves() throws Exception {
    world.grow(2);
    String key = tree.key(world.home.id());
    var moved = new LogSigners(root, URI.create("https://elsewhere.example/x"));
    world.stage(2);
    under(moved).sequence(world.home, LogWorld.SLOT);
    assertThat(tree.key(world.home.id())).isEqualTo(key);
    assertThat(world.checkpoint().size()).isEqualTo(4);
    accepted();
  }

  @Test
  void underAnotherRootKeyItSignsNothing() throws Exception {
    world.grow(2);
    world.stage(2);
    var others =
        new LogSigners(RootKey.openOrCreate(folder.resolve("keys")), URI.create("http://x"));
    stops(under(others), "signed with another root key");
  }

  private Sequencer under(LogSigners others, String... anew) {
    var noted = new NotedCheckpoints(properties.keysDir());
    return new JdbcSequencer(databases, new Continuity(others, noted, Set.of(anew)), covers);
  }

  @Test
  void onHashesThatSomebodyChangedItSignsNothing() throws Exception {
    world.grow(300);
    world.stage(2);
    world.tamper(
        "update responselog.entry set leaf = sha256(body) where organisation = HOME and index ="
            + " 290");
    stops(sequencer, "are not those that were signed");
  }

  @Test
  void whereRowsAreGoneItSignsNothing() throws Exception {
    world.grow(300);
    world.stage(2);
    world.tamper("delete from responselog.entry where organisation = HOME and index = 290");
    stops(sequencer, "lacks rows of tile/0/001.p/44");
  }

  private void stops(Sequencer one, String why) throws Exception {
    byte[] before = tree.checkpoint(world.home.id()).orElseThrow();
    long entries = world.entries();
    assertThatThrownBy(() -> one.sequence(world.home, LogWorld.SLOT))
        .isInstanceOf(LogStopped.class)
        .hasMessageContaining(why);
    assertThat(world.staged()).isEqualTo(2);
    assertThat(world.entries()).isEqualTo(entries);
    assertThat(tree.checkpoint(world.home.id())).hasValue(before);
  }

  @Test
  void onAnOlderCopyOfTheDatabaseItSignsNothingAndLeadersAreTold() throws Exception {
    world.grow(250);
    assertThat(notice.of(world.home.id())).isEmpty();
    world.grow(30);
    takeBack(250);
    world.stage(2);
    stops(sequencer, "with 250 entries, where 280 were signed");
    var fresh = new LogNotice(databases, continuity, () -> LogWorld.SLOT);
    assertThat(fresh.of(world.home.id())).hasSize(1);
    assertThat(fresh.of(world.home.id()).getFirst().lines().getFirst())
        .contains("keys begin-anew " + world.home.id());
  }

  /** What a dump of before is. */
  private void takeBack(long size) {
    for (String table : List.of("entry", "checkpoint", "node")) {
      String behind = table.equals("checkpoint") ? "size > " : "index >= ";
      String which = table.equals("node") ? "level > 0 and (index + 1) * 256 > " : behind;
      world.tamper(
          "delete from responselog." + table + " where organisation = HOME and " + which + size);
    }
  }

  @Test
  void onAnotherPastOfTheSameLengthItSignsNothing() throws Exception {
    world.grow(20);
    Path noted = properties.keysDir().resolve(world.home.id()).resolve("log.seen");
    byte[] seen = Files.readAllBytes(noted);
    takeBack(0);
    Files.delete(noted);
    world.grow(20);
    Files.write(noted, seen);
    world.stage(2);
    stops(sequencer, "is not the one that was published");
  }

  @Test
  void whereItWasAskedForItGoesOnUnderAnotherKeyAndSaysSoFirst() throws Exception {
    world.grow(250);
    world.grow(30);
    accepted();
    String before = tree.key(world.home.id());
    takeBack(250);
    world.stage(2);
    Sequencer anew = under(signers, world.home.id());
    anew.sequence(world.home, LogWorld.SLOT);
    String after = tree.key(world.home.id());
    assertThat(after).isNotEqualTo(before);
    assertThat(world.checkpoint().size()).isEqualTo(253);
    assertThat(world.entry(250))
        .isEqualTo(new Entry.LogKeyChanged(LogWorld.ARRIVED.plusDays(1), after, 250));
    assertThat(verify().said()).startsWith("key: it is another one than " + before);
    assertThat(
            LogMirror.verify(folder.resolve("copy-1").toString(), folder.resolve("new")).status())
        .isZero();
    world.grow(3);
    anew.sequence(world.home, LogWorld.SLOT);
    assertThat(tree.key(world.home.id())).isEqualTo(after);
    assertThat(world.checkpoint().size()).isEqualTo(256);
  }

  /** A partial tile is kept by others for ever under its name. */
  @Test
  void whatStandsBehindTheCheckpointIsNotShown() throws Exception {
    world.grow(10);
    world.tamper(
        """
        insert into responselog.entry (organisation, index, type, day, body, leaf)
        select organisation, 10, type, day, body, leaf from responselog.entry
        where organisation = HOME and index = 9
        """);
    assertThat(tree.tile(world.home.id(), new Tile(0, 0, 11))).isEmpty();
    assertThat(tree.bundle(world.home.id(), new EntryBundle(0, 11))).isEmpty();
    assertThat(tree.proof(world.home.id(), 10)).isEmpty();
    accepted();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          update responselog.entry set body = set_byte(body, 30, 65) where organisation = HOME and index = 300 | tile/entries/001: entry 300 is not the one that the log was signed with.
          update responselog.entry set leaf = sha256(body) where organisation = HOME and index = 300 | tile/0/001 does not make the hash in the tile above it.
          update responselog.entry set leaf = sha256(body) where organisation = HOME and index = 590 | tile/1/000.p/2 and the partial tiles below it do not make the tree's head.
          update responselog.node set hash = sha256(hash) where organisation = HOME and index = 1 | tile/1/000.p/2 and the partial tiles below it do not make the tree's head.
          update responselog.entry e set body = o.body, leaf = o.leaf from responselog.entry o where e.organisation = HOME and o.organisation = HOME and (e.index = 7 and o.index = 8 or e.index = 8 and o.index = 7) | tile/0/000 does not make the hash in the tile above it.
          delete from responselog.entry where organisation = HOME and index = 300 | tile/entries/001 is missing.
          update responselog.checkpoint set note = replace(note, '600', '599') where organisation = HOME | checkpoint: the signature of
          update responselog.checkpoint set note = replace(note, '/tlog', '/t1og') where organisation = HOME | checkpoint: it is not signed by
          update responselog.checkpoint set note = 'nothing' where organisation = HOME | checkpoint: a note has
          delete from responselog.checkpoint where organisation = HOME and size = 600 | It shows 250 entries, and had 600 before:
          update responselog.log set vkey = replace(vkey, 'localhost', 'elsewhere') where organisation = HOME | key: a verifier key's id is not the one of its name and key.
          """)
  void whoeverChangesARowIsSeenAndThePlaceNamed(String statement, String place) throws Exception {
    world.grow(250);
    world.grow(350);
    accepted();
    world.tamper(statement);
    Verdict verdict = verify();
    assertThat(verdict.status()).as(verdict.said()).isEqualTo(1);
    assertThat(verdict.said()).startsWith(place);
  }
}
