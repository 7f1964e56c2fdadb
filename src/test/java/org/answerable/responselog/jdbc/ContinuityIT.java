package org.answerable.responselog.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.answerable.platform.keys.RootKey;
import org.answerable.responselog.Entry;
import org.answerable.responselog.Sequencer;
import org.answerable.testing.LogMirror;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A log goes on from what it signed, and from nothing else. */
class ContinuityIT extends SignedLog {
  @Test
  void underAnotherRootKeyItSignsNothing() throws Exception {
    world.grow(2);
    world.stage(2);
    var others =
        new LogSigners(RootKey.openOrCreate(folder.resolve("keys")), URI.create("http://x"));
    stops(under(others), "signed with another root key");
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

  @Test
  void onAnOlderCopyOfTheDatabaseItSignsNothingAndLeadersAreTold() throws Exception {
    world.grow(250);
    assertThat(notice.of(world.home.id())).isEmpty();
    world.grow(30);
    takeBack(250);
    world.stage(2);
    stops(sequencer, "with 250 entries, where 280 were signed");
    var fresh = fresh();
    assertThat(fresh.of(world.home.id())).hasSize(1);
    assertThat(fresh.of(world.home.id()).getFirst().lines().getFirst())
        .contains("keys begin-anew " + world.home.id());
  }

  @Test
  void onAnotherPastOfTheSameLengthItSignsNothing() throws Exception {
    world.grow(20);
    Path noted = noted();
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

  @Test
  void withoutANoteOfWhatItSignedLastItSignsNothing() throws Exception {
    world.grow(20);
    Path noted = noted();
    byte[] seen = Files.readAllBytes(noted);
    Files.delete(noted);
    world.stage(2);
    stops(sequencer, "log.seen is missing");
    assertThat(fresh().of(world.home.id()).getFirst().lines().getFirst())
        .contains("with 20 entries", "keys begin-anew " + world.home.id());
    Files.write(noted, seen);
    world.slot();
    assertThat(world.checkpoint().size()).isEqualTo(22);
    accepted();
  }

  @Test
  void withoutANoteItGoesOnUnderAnotherKeyWhereItWasAskedFor() throws Exception {
    world.grow(20);
    String before = tree.key(world.home.id());
    Files.delete(noted());
    world.stage(2);
    under(signers, world.home.id()).sequence(world.home, LogWorld.SLOT);
    assertThat(tree.key(world.home.id())).isNotEqualTo(before);
    world.grow(3);
    assertThat(world.checkpoint().size()).isEqualTo(26);
    accepted();
  }

  /** The note of the beginning is there before the commit, and says that nothing was signed. */
  @Test
  void killedBeforeItsFirstNoteItGoesOn() throws Exception {
    world.stage(3);
    for (int statements = 0; !Files.exists(noted()); statements++) {
      assertThat(killedAfter(statements, false)).isTrue();
    }
    assertThat(noted()).content().contains("\n0\n");
    byte[] beginning = Files.readAllBytes(noted());
    world.slot();
    Files.write(noted(), beginning); // killed between commit and note
    world.grow(2);
    assertThat(world.checkpoint().size()).isEqualTo(5);
    accepted();
  }

  @Test
  void whatWasSignedAndNotNotedIsNotedAtTheStart() throws Exception {
    world.grow(20);
    byte[] before = Files.readAllBytes(noted());
    world.grow(10);
    Files.write(noted(), before);
    atStart.catchUp();
    assertThat(noted()).hasBinaryContent(tree.checkpoint(world.home.id()).orElseThrow());
    takeBack(20);
    atStart.catchUp();
    assertThat(noted()).content().contains("\n30\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "insert into responselog.entry (organisation, index, type, day, body, leaf)"
            + " select organisation, 300, type, day, body, leaf from responselog.entry"
            + " where organisation = HOME and index = 9",
        "insert into responselog.entry (organisation, index, type, day, body, leaf)"
            + " select organisation, 7000, type, day, body, leaf from responselog.entry"
            + " where organisation = HOME and index = 9",
        "insert into responselog.node (organisation, level, index, hash)"
            + " select organisation, 1, 1, hash from responselog.node where organisation = HOME",
      })
  void onRowsThatNobodySignedItSignsNothingAndLeadersAreTold(String statement) throws Exception {
    world.grow(300);
    world.stage(2);
    world.tamper(statement);
    stops(sequencer, "rows into the log of " + world.home.id() + " that were never signed");
    assertThat(fresh().of(world.home.id()).getFirst().lines().getFirst())
        .contains("behind entry 299");
  }
}
