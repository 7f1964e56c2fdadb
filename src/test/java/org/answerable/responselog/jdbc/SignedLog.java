package org.answerable.responselog.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

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
import org.answerable.responselog.EntryStaged;
import org.answerable.responselog.LogStopped;
import org.answerable.responselog.Sequencer;
import org.answerable.responselog.Tree;
import org.answerable.testing.FreshFolder;
import org.answerable.testing.LogMirror;
import org.answerable.testing.LogMirror.Verdict;
import org.answerable.testing.WholeDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.test.context.ContextConfiguration;

/** One organisation's log for each test, and what can be done to it. */
@SpringBootTest(classes = LogContext.class)
@ContextConfiguration(initializers = FreshFolder.class)
abstract class SignedLog {
  private static final AtomicInteger TAKEN = new AtomicInteger();
  @Autowired Organisations organisations;
  @Autowired Databases databases;
  @Autowired RootKey root;
  @Autowired EffectWriter<EntryStaged> staged;
  @Autowired Sequencer sequencer;
  @Autowired LogSigners signers;
  @Autowired Continuity continuity;
  @Autowired SlotCovers covers;
  @Autowired AnswerableProperties properties;
  @Autowired LogNotice notice;
  @Autowired NotedAtStart atStart;
  @Autowired Tree tree;
  @TempDir Path folder;
  final long seed = System.nanoTime();
  LogWorld world;
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
  Verdict verify() throws Exception {
    Path copy = folder.resolve("copy-" + copies++);
    world.mirror.copy(copy);
    return LogMirror.verify(copy.toString(), folder.resolve("seen"));
  }

  void accepted() throws Exception {
    Verdict verdict = verify();
    assertThat(verdict.status()).as("%s (seed %d)", verdict.said(), seed).isZero();
  }

  /** Whether it broke. */
  boolean killedAfter(int statements, boolean unheard) throws SQLException {
    var source = new KilledAfter(databases.source(Login.LOG), statements, unheard);
    var killed = new JdbcSequencer(new Databases(Map.of(Login.LOG, source)), continuity, covers);
    Throwable broken = catchThrowable(() -> killed.sequence(world.home, LogWorld.SLOT));
    if (broken != null) {
      assertThat(NestedExceptionUtils.getMostSpecificCause(broken))
          .isInstanceOf(KilledAfter.Killed.class);
    }
    return broken != null;
  }

  Sequencer under(LogSigners others, String... anew) {
    var noted = new NotedCheckpoints(properties.keysDir());
    return new JdbcSequencer(databases, new Continuity(others, noted, Set.of(anew)), covers);
  }

  void stops(Sequencer one, String why) throws Exception {
    byte[] before = tree.checkpoint(world.home.id()).orElseThrow();
    long entries = world.entries();
    assertThatThrownBy(() -> one.sequence(world.home, LogWorld.SLOT))
        .isInstanceOf(LogStopped.class)
        .hasMessageContaining(why);
    assertThat(world.staged()).isEqualTo(2);
    assertThat(world.entries()).isEqualTo(entries);
    assertThat(tree.checkpoint(world.home.id())).hasValue(before);
  }

  /** What a dump of before is. */
  void takeBack(long size) {
    for (String table : List.of("entry", "checkpoint", "node")) {
      String behind = table.equals("checkpoint") ? "size > " : "index >= ";
      String which = table.equals("node") ? "level > 0 and (index + 1) * 256 > " : behind;
      world.tamper(
          "delete from responselog." + table + " where organisation = HOME and " + which + size);
    }
  }

  Path noted() {
    return properties.keysDir().resolve(world.home.id()).resolve("log.seen");
  }

  LogNotice fresh() {
    return new LogNotice(databases, continuity, () -> LogWorld.SLOT);
  }
}
