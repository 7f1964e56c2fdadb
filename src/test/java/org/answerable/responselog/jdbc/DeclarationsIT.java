package org.answerable.responselog.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.answerable.platform.Databases;
import org.answerable.platform.Login;
import org.answerable.responselog.Declaration;
import org.answerable.responselog.Declaration.What;
import org.answerable.responselog.Declarations;
import org.answerable.responselog.DeclaredRules;
import org.answerable.responselog.Declares;
import org.answerable.responselog.Entry.DeclarationChanged;
import org.junit.jupiter.api.Test;

/** What is declared stands in the log before it counts, once, whoever starts and is killed. */
class DeclarationsIT extends SignedLog {
  private static final int KILLS_MAX = 40;
  private static final Declares ROUTING = DeclaredRules::routing;
  private static final Declares DEADLINES = DeclaredRules::deadlines;
  private static final Declares LATER =
      home ->
          Declaration.of(
              What.DEADLINES,
              DeclaredRules.deadlines(home).canonical().replace("\"report\":14", "\"report\":30"));
  private static final Declares WORDS =
      home -> Declaration.of(What.WORDS, "{\"en\":{\"crisis\":[]}}");

  @Test
  void theFirstStartSaysEachPartAndTheNextOneNothing() throws Exception {
    assertThat(settled(node(ROUTING, DEADLINES, WORDS))).isTrue();
    assertThat(said().map(DeclarationChanged::what))
        .containsExactly(What.ROUTING, What.DEADLINES, What.WORDS);
    assertThat(said().map(one -> one.declared() == null)).containsExactly(false, false, true);
    assertThat(said().map(DeclarationChanged::hash))
        .containsExactly(
            ROUTING.of(world.home).hash(),
            DEADLINES.of(world.home).hash(),
            WORDS.of(world.home).hash());
    assertThat(settled(node(ROUTING, DEADLINES, WORDS))).isTrue();
    assertThat(world.entries()).isEqualTo(3);
    accepted();
  }

  @Test
  void onlyWhatChangedIsSaidAgain() throws Exception {
    settled(node(ROUTING, DEADLINES));
    settled(node(ROUTING, LATER));
    assertThat(said().map(DeclarationChanged::what))
        .containsExactly(What.ROUTING, What.DEADLINES, What.DEADLINES);
    accepted();
  }

  @Test
  void whatIsStagedWaitsForItsSlot() throws Exception {
    world.stage(5);
    settled(node(ROUTING));
    assertThat(world.entries()).isEqualTo(1);
    world.slot();
    assertThat(world.entries()).isEqualTo(6);
    accepted();
  }

  @Test
  void nodesThatStartAtOnceSayItOnce() throws Exception {
    var barrier = new CyclicBarrier(4);
    Callable<Boolean> start = () -> settled(node(ROUTING, meetingAt(barrier)));
    try (var nodes = Executors.newFixedThreadPool(4)) {
      for (var node : nodes.invokeAll(List.of(start, start, start, start))) {
        assertThat(node.get()).isTrue();
      }
    }
    assertThat(world.entries()).isEqualTo(2);
    accepted();
  }

  /** Goes on only when all nodes have seen that nothing is said. */
  private static Declares meetingAt(CyclicBarrier barrier) {
    var met = new AtomicBoolean();
    return home -> {
      if (met.compareAndSet(false, true)) {
        try {
          barrier.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
          throw new AssertionError(e);
        }
      }
      return DEADLINES.of(home);
    };
  }

  @Test
  void killedAnywhereItIsSaidByTheNextStartAndNeverTwice() throws Exception {
    for (boolean unheard : new boolean[] {false, true}) {
      Declares part = unheard ? LATER : DEADLINES;
      int kills = 0;
      while (isKilledAfter(kills, unheard, part)) {
        kills++;
        assertThat(kills).isLessThan(KILLS_MAX);
      }
      assertThat(kills).as("kills").isGreaterThan(3);
      settled(node(part));
      assertThat(world.entries()).isEqualTo(unheard ? 2 : 1);
      accepted();
    }
  }

  private boolean isKilledAfter(int statements, boolean unheard, Declares part) {
    var source = new KilledAfter(databases.source(Login.LOG), statements, unheard);
    var broken =
        new Databases(Map.of(Login.LOG, source, Login.PUBLIC, databases.source(Login.PUBLIC)));
    var killed = new JdbcSequencer(broken, continuity, covers);
    var node = new JdbcDeclarations(broken, killed, List.of(part), event -> {});
    return catchThrowable(() -> settled(node)) != null;
  }

  @Test
  void ofTwoNodesWithOtherFilesTheOlderReleasesNothingAndNeitherRepeatsItself() throws Exception {
    Declarations old = node(DEADLINES);
    settled(old);
    Declarations young = node(LATER);
    settled(young);
    for (int slot = 0; slot < 5; slot++) {
      assertThat(settled(young)).isTrue();
      assertThat(settled(old)).isFalse();
    }
    assertThat(world.entries()).isEqualTo(2);
    assertThat(((JdbcDeclarations) old).isOvertaken(world.home)).isTrue();
    assertThat(((JdbcDeclarations) young).isOvertaken(world.home)).isFalse();
  }

  private boolean settled(Declarations node) throws SQLException {
    return node.settle(world.home, LogWorld.SLOT);
  }

  private JdbcDeclarations node(Declares... parts) {
    var own = new JdbcSequencer(databases, continuity, covers);
    return new JdbcDeclarations(databases, own, new ArrayList<>(List.of(parts)), event -> {});
  }

  private Stream<DeclarationChanged> said() {
    return world.all().stream().map(DeclarationChanged.class::cast);
  }
}
