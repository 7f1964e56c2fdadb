package org.answerable.responselog.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.Executors;
import org.answerable.responselog.Entry;
import org.answerable.testing.LogMirror.Verdict;
import org.answerable.tlog.EntryBundle;
import org.answerable.tlog.Tile;
import org.answerable.tlog.TlogProof;
import org.answerable.tlog.VerifierKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The log as a tree: what it signs, that it keeps to it, and that anybody sees when it does not.
 */
class TreeIT extends SignedLog {
  private static final int KILLS_MAX = 60;

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

  /** Else the log would say what was taken back, and its text would be gone. */
  @Test
  void whatIsTakenBackWhileASlotBeginsIsNotInTheLog() throws Exception {
    world.grow(3);
    world.stage(1);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var slot =
          world.takingBackWhatIsStaged(
              () -> {
                var begun = threads.submit(() -> world.run());
                await().until(world::isWaiting);
                return begun;
              });
      slot.get();
    }
    assertThat(world.entries()).isEqualTo(3);
    accepted();
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

  @Test
  void commitmentsHaveTheDayOfTheirSlotAndNotOfTheirArrival() throws Exception {
    world.grow(3);
    byte[] bundle = tree.bundle(world.home.id(), new EntryBundle(0, 3)).orElseThrow();
    assertThat(new String(bundle, StandardCharsets.ISO_8859_1))
        .contains("\"day\":\"2026-11-24\"")
        .doesNotContain("2026-11-23");
  }

  /** Clocks of nodes differ, and a time zone can be changed: nobody may call that a forgery. */
  @Test
  void theDaysOfCommitmentsNeverGoBack() throws Exception {
    world.stage(1);
    world.slotAt(LogWorld.SLOT.minus(Duration.ofDays(3)));
    world.stage(1);
    world.slotAt(LogWorld.SLOT);
    world.stage(1);
    world.slotAt(LogWorld.SLOT.minus(Duration.ofDays(1)));
    assertThat(world.all().stream().map(Entry::day))
        .as("not before it arrived, nor before another")
        .containsExactly(
            LogWorld.ARRIVED, LogWorld.ARRIVED.plusDays(1), LogWorld.ARRIVED.plusDays(1));
    accepted();
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
