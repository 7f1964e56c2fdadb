package org.answerable.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.answerable.effect.FakeDatabase.Said;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Invariant 1: nothing acknowledged is lost, nothing has its effect twice. */
class GroupCommitTest {
  private final FakeDatabase database = new FakeDatabase();
  private final GroupCommit commit =
      new GroupCommit(database.source(), database, List.of(database.writer()), 1);

  @AfterEach
  void close() {
    database.mayCommit.release(1000);
    commit.close();
  }

  @Test
  void messagesThatArriveTogetherShareOneCommit() {
    database.mayCommit.drainPermits();
    var first = submitting(turn("first"));
    await(() -> database.mayCommit.hasQueuedThreads());
    var others = IntStream.range(0, 50).mapToObj(i -> submitting(turn("m" + i))).toList();
    await(() -> commit.waiting() == 50);
    database.mayCommit.release(1000);
    assertThat(first.join()).isEqualTo(new Outcome.Done());
    assertThat(others).allSatisfy(one -> assertThat(one.join()).isEqualTo(new Outcome.Done()));
    assertThat(database.commits).containsExactly(1, 50);
  }

  @Test
  void nobodyIsAnsweredBeforeTheCommit() {
    database.mayCommit.drainPermits();
    var waiting = submitting(turn("m"));
    await(() -> database.mayCommit.hasQueuedThreads());
    assertThat(waiting).isNotDone();
    database.mayCommit.release(1000);
    assertThat(waiting.join()).isEqualTo(new Outcome.Done());
  }

  @Test
  void repeatGetsTheFirstReplyAndHasNoEffect() {
    commit.submit(turn("m"));
    Outcome second = commit.submit(turn("m"));
    assertThat(second)
        .isInstanceOfSatisfying(
            Outcome.Repeated.class, repeated -> assertThat(repeated.reply()).isEqualTo(bytes("m")));
    assertThat(database.said).containsExactly(new Said("m"));
  }

  @Test
  void sameMessageFiveTimesAtOnceHasOneEffect() {
    database.mayCommit.drainPermits();
    var all = new ArrayList<>(List.of(submitting(turn("m"))));
    await(() -> database.mayCommit.hasQueuedThreads());
    IntStream.range(0, 4).forEach(i -> all.add(submitting(turn("m"))));
    await(() -> commit.waiting() == 4);
    database.mayCommit.release(1000);
    assertThat(all.stream().map(CompletableFuture::join).filter(new Outcome.Done()::equals))
        .hasSize(1);
    assertThat(database.said).containsExactly(new Said("m"));
  }

  @Test
  void poisonIsRefusedAloneAndItsNeighboursAreCommitted() {
    database.writing =
        said -> {
          if (said.word().equals("poison")) {
            throw new SQLException("quotes what was written", "22021");
          }
        };
    database.mayCommit.drainPermits();
    submitting(turn("first"));
    await(() -> database.mayCommit.hasQueuedThreads());
    var good = IntStream.range(0, 20).mapToObj(i -> submitting(turn("m" + i))).toList();
    var poison = submitting(turn("poison"));
    await(() -> commit.waiting() == 21);
    database.mayCommit.release(1000);
    assertThat(good).allSatisfy(one -> assertThat(one.join()).isEqualTo(new Outcome.Done()));
    assertThatThrownBy(poison::join)
        .hasCauseInstanceOf(Refused.class)
        .hasMessageContaining("Said")
        .hasMessageNotContaining("quotes what was written");
    assertThat(database.said).hasSize(21).doesNotContain(new Said("poison"));
  }

  @Test
  void bugInOneWriterRefusesThatMessageOnly() {
    database.writing =
        said -> {
          throw new IllegalStateException("bug");
        };
    assertThatThrownBy(() -> commit.submit(turn("m"))).isInstanceOf(Refused.class);
    database.writing = said -> {};
    assertThat(commit.submit(turn("n"))).isEqualTo(new Outcome.Done());
  }

  @Test
  void aWriterThatRanOutOfMemoryGoesOn() {
    database.writing =
        said -> {
          throw new OutOfMemoryError("of a test");
        };
    assertThatThrownBy(() -> commit.submit(turn("m"))).isInstanceOf(NotCommitted.class);
    database.writing = said -> {};
    assertThat(commit.submit(turn("m"))).isEqualTo(new Outcome.Done());
  }

  @Test
  void lostConnectionMeansThatNothingIsAcknowledged() {
    database.connecting = new SQLException("gone", "08006");
    assertThatThrownBy(() -> commit.submit(turn("m"))).isInstanceOf(NotCommitted.class);
    database.connecting = null;
    assertThat(commit.submit(turn("m"))).isEqualTo(new Outcome.Done());
    assertThat(database.said).containsExactly(new Said("m"));
  }

  @Test
  void failureOfTheCommitItselfIsNotAcknowledged() {
    database.committing = new SQLException("terminating", "57P01");
    assertThatThrownBy(() -> commit.submit(turn("m"))).isInstanceOf(NotCommitted.class);
    assertThat(database.said).isEmpty();
  }

  @Test
  void sessionThatMovedElsewhereIsOvertakenAndTheRestIsWritten() {
    Turn behind = turn("behind");
    database.turns.put(behind.who(), 7L);
    database.mayCommit.drainPermits();
    submitting(turn("first"));
    await(() -> database.mayCommit.hasQueuedThreads());
    var overtaken = submitting(behind);
    var other = submitting(turn("other"));
    await(() -> commit.waiting() == 2);
    database.mayCommit.release(1000);
    assertThat(overtaken.join()).isEqualTo(new Outcome.Overtaken());
    assertThat(other.join()).isEqualTo(new Outcome.Done());
    assertThat(database.said).containsExactly(new Said("first"), new Said("other"));
    assertThat(database.replies).doesNotContainKey(ByteBuffer.wrap(behind.id()));
  }

  @Test
  void somebodyElseWithTheSameUniqueKeyOvertakes() {
    database.writing =
        said -> {
          throw new SQLException("duplicate key", "23505");
        };
    assertThat(commit.submit(turn("m"))).isEqualTo(new Outcome.Overtaken());
    assertThat(database.said).isEmpty();
  }

  @Test
  void deadlockIsTriedAgain() {
    var times = new AtomicInteger();
    database.writing =
        said -> {
          if (times.incrementAndGet() == 1) {
            throw new SQLException("deadlock detected", "40P01");
          }
        };
    assertThat(commit.submit(turn("m"))).isEqualTo(new Outcome.Done());
    assertThat(database.said).containsExactly(new Said("m"));
  }

  @Test
  void deadlockWithoutEndIsNotAcknowledged() {
    database.writing =
        said -> {
          throw new SQLException("deadlock detected", "40P01");
        };
    assertThatThrownBy(() -> commit.submit(turn("m"))).isInstanceOf(NotCommitted.class);
  }

  @Test
  void fullQueueRefusesAtOnce() {
    database.mayCommit.drainPermits();
    submitting(turn("first"));
    await(() -> database.mayCommit.hasQueuedThreads());
    for (int i = 0; i < GroupCommit.QUEUE_LIMIT; i++) {
      submitting(turn("m" + i));
    }
    await(() -> commit.waiting() == GroupCommit.QUEUE_LIMIT);
    assertThatThrownBy(() -> commit.submit(turn("one more"))).isInstanceOf(NotCommitted.class);
  }

  @Test
  void organisationsNeverShareACommit() {
    database.mayCommit.drainPermits();
    submitting(turn("first"));
    await(() -> database.mayCommit.hasQueuedThreads());
    var ours = submitting(turn("ours"));
    var theirs = submitting(turn("other-org", "theirs"));
    await(() -> commit.waiting() == 2);
    database.mayCommit.release(1000);
    ours.join();
    theirs.join();
    assertThat(database.commits).containsExactly(1, 1, 1);
  }

  @Test
  void closingWritesWhatWaits() {
    database.mayCommit.drainPermits();
    submitting(turn("first"));
    await(() -> database.mayCommit.hasQueuedThreads());
    var waiting = IntStream.range(0, 10).mapToObj(i -> submitting(turn("m" + i))).toList();
    await(() -> commit.waiting() == 10);
    database.mayCommit.release(1000);
    commit.close();
    assertThat(waiting).allSatisfy(one -> assertThat(one.join()).isEqualTo(new Outcome.Done()));
    assertThatThrownBy(() -> commit.submit(turn("late"))).isInstanceOf(NotCommitted.class);
  }

  private static Turn turn(String word) {
    return turn("org", word);
  }

  private static Turn turn(String organisation, String word) {
    return new Turn(
        organisation,
        1,
        bytes(word),
        new byte[0],
        UUID.nameUUIDFromBytes(bytes(word)),
        0,
        bytes(word),
        bytes("session"),
        List.of(new Said(word)));
  }

  private static byte[] bytes(String word) {
    return word.getBytes(StandardCharsets.UTF_8);
  }

  private CompletableFuture<Outcome> submitting(Turn turn) {
    return CompletableFuture.supplyAsync(
        () -> commit.submit(turn), Executors.newVirtualThreadPerTaskExecutor());
  }

  private static void await(BooleanSupplier condition) {
    long end = System.nanoTime() + 10_000_000_000L;
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("waited too long").isLessThan(end);
      Thread.onSpinWait();
    }
  }
}
