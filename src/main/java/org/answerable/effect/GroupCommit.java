package org.answerable.effect;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.answerable.effect.TurnLedger.Claim;

/**
 * Messages that arrive together share one commit.
 *
 * <p>Callers wait in a bounded queue. A few writers take whatever waits, split it so that one batch
 * holds one organisation and epoch and nobody twice, and write it in one transaction: first the
 * {@link TurnLedger} tells which messages are new, then each {@link EffectWriter} writes its
 * effects of the new ones with one statement, then the commit, and only then does anybody's {@link
 * #submit} return. While one batch syncs to the disk, the next one gathers: the busier it is, the
 * fewer commits a message costs.
 *
 * <p>What can fail, and what then holds. The connection: nothing of the batch is known to be
 * committed, all callers get {@link NotCommitted}, and a repeat finds out what was. One message's
 * data: the batch is halved until that message stands alone and is {@link Refused}; its neighbours
 * are committed. A session that moved on another node: that message is {@link Outcome.Overtaken}
 * and the rest is written without it. A full queue: {@link NotCommitted} at once.
 *
 * <p>Safe for use by many threads.
 */
public final class GroupCommit implements AutoCloseable {
  /** The most messages that wait; one more is not taken. */
  public static final int QUEUE_LIMIT = 4096;

  /** The most messages of one transaction: beyond it a batch delays more than it saves. */
  public static final int BATCH_LIMIT = 256;

  /** How often a batch that met another transaction is tried again. */
  public static final int MEETING_LIMIT = 3;

  /** The longest that a caller waits; what is committed later is found by the repeat. */
  public static final Duration WAIT_LIMIT = Duration.ofSeconds(10);

  private static final long IDLE_MILLIS = 200;

  private final BlockingQueue<Waiting> queue = new ArrayBlockingQueue<>(QUEUE_LIMIT);
  private final DataSource database;
  private final TurnLedger ledger;
  private final Map<Class<? extends Effect>, EffectWriter<?>> effectWriters;
  private final List<Thread> threads = new ArrayList<>();
  private volatile boolean open = true;

  public GroupCommit(
      DataSource database,
      TurnLedger ledger,
      Collection<EffectWriter<?>> effectWriters,
      int threadCount) {
    this.database = database;
    this.ledger = ledger;
    this.effectWriters =
        effectWriters.stream()
            .collect(Collectors.toUnmodifiableMap(EffectWriter::type, Function.identity()));
    for (int i = 1; i <= threadCount; i++) {
      threads.add(Thread.ofPlatform().name("commit-" + i).start(this::writeUntilClosed));
    }
  }

  /**
   * Commits one message's turn together with whatever else waits, and returns after the commit.
   *
   * @throws NotCommitted when the queue is full, the database is away or this is closed
   * @throws Refused when the database does not take this message's data
   */
  public Outcome submit(Turn turn) {
    var waiting = new Waiting(turn, new CompletableFuture<>());
    if (!open || !queue.offer(waiting)) {
      throw new NotCommitted("%d messages wait already".formatted(queue.size()));
    }
    return waiting.await();
  }

  /** How many messages wait now. */
  public int waiting() {
    return queue.size();
  }

  /** Writes what waits, and ends. */
  @Override
  public void close() {
    open = false;
    for (Thread thread : threads) {
      try {
        thread.join(WAIT_LIMIT);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void writeUntilClosed() {
    var gathered = new ArrayList<Waiting>(BATCH_LIMIT);
    while (open || !queue.isEmpty()) {
      try {
        Waiting first = queue.poll(IDLE_MILLIS, TimeUnit.MILLISECONDS);
        if (first == null) {
          continue;
        }
        gathered.add(first);
        queue.drainTo(gathered, BATCH_LIMIT - 1);
        batches(gathered).forEach(batch -> settle(batch, 1));
      } catch (InterruptedException e) {
        open = false;
      } catch (Throwable e) { // a thread that ended would never be missed, but by every message
        gathered.forEach(one -> one.fail(new NotCommitted("a writer failed", e)));
      } finally {
        gathered.clear();
      }
    }
  }

  /** One organisation and epoch a batch; nobody and no message twice in one. */
  private static List<List<Waiting>> batches(List<Waiting> gathered) {
    var batches = new LinkedHashMap<String, List<Batch>>();
    for (Waiting waiting : gathered) {
      String home = waiting.turn.organisation() + "/" + waiting.turn.epoch();
      var ofHome = batches.computeIfAbsent(home, key -> new ArrayList<>());
      if (ofHome.stream().noneMatch(batch -> batch.add(waiting))) {
        var batch = new Batch();
        batch.add(waiting);
        ofHome.add(batch);
      }
    }
    return batches.values().stream().flatMap(List::stream).map(Batch::members).toList();
  }

  private void settle(List<Waiting> batch, int attempt) {
    if (batch.isEmpty()) {
      return;
    }
    try {
      commit(batch);
    } catch (Exception e) {
      switch (Fault.of(e)) {
        case WORLD -> batch.forEach(one -> one.fail(new NotCommitted("the database is away", e)));
        case MEETING -> again(batch, attempt, e);
        case OVERTAKEN -> halve(batch, one -> one.outcome.complete(new Outcome.Overtaken()));
        case DATA -> halve(batch, one -> one.fail(new Refused(description(one.turn, e))));
      }
    }
  }

  private void commit(List<Waiting> batch) throws SQLException {
    List<Claim> claims;
    try (Connection tx = database.getConnection()) {
      tx.setAutoCommit(false);
      try {
        claims = ledger.claim(tx, batch.stream().map(Waiting::turn).toList());
        if (claims.stream().noneMatch(Claim.Behind.class::isInstance)) {
          writeEffects(tx, batch, claims);
          tx.commit();
        }
      } finally {
        rollback(tx);
      }
    }
    tell(batch, claims);
  }

  private void writeEffects(Connection tx, List<Waiting> batch, List<Claim> claims)
      throws SQLException {
    var byType = new LinkedHashMap<Class<? extends Effect>, List<Effect>>();
    for (int i = 0; i < batch.size(); i++) {
      if (claims.get(i) instanceof Claim.Taken) {
        for (Effect effect : batch.get(i).turn.effects()) {
          byType.computeIfAbsent(effect.getClass(), type -> new ArrayList<>()).add(effect);
        }
      }
    }
    for (var entry : byType.entrySet()) {
      writeEffects(tx, writer(entry.getKey()), entry.getValue());
    }
  }

  private static <E extends Effect> void writeEffects(
      Connection tx, EffectWriter<E> writer, List<Effect> effects) throws SQLException {
    writer.write(tx, effects.stream().map(writer.type()::cast).toList());
  }

  private EffectWriter<?> writer(Class<? extends Effect> type) {
    EffectWriter<?> writer = effectWriters.get(type);
    if (writer == null) {
      throw new IllegalStateException("no writer for the effect " + type.getSimpleName());
    }
    return writer;
  }

  /** Says to each what became of it; where one was behind, the others were not written yet. */
  private void tell(List<Waiting> batch, List<Claim> claims) {
    boolean written = claims.stream().noneMatch(Claim.Behind.class::isInstance);
    var rest = new ArrayList<Waiting>();
    for (int i = 0; i < batch.size(); i++) {
      Waiting one = batch.get(i);
      switch (claims.get(i)) {
        case Claim.Behind() -> one.outcome.complete(new Outcome.Overtaken());
        case Claim.Known(int epoch, byte[] reply) ->
            one.outcome.complete(new Outcome.Repeated(epoch, reply));
        case Claim.Taken() when written -> one.outcome.complete(new Outcome.Done());
        case Claim.Taken() -> rest.add(one);
      }
    }
    settle(rest, 1);
  }

  private void again(List<Waiting> batch, int attempt, Exception e) {
    if (attempt < MEETING_LIMIT) {
      settle(batch, attempt + 1);
    } else {
      batch.forEach(one -> one.fail(new NotCommitted("met others %d times".formatted(attempt), e)));
    }
  }

  private void halve(List<Waiting> batch, Consumer<Waiting> alone) {
    if (batch.size() == 1) {
      alone.accept(batch.getFirst());
      return;
    }
    int middle = batch.size() / 2;
    settle(batch.subList(0, middle), 1);
    settle(batch.subList(middle, batch.size()), 1);
  }

  /** Kinds and codes only: a driver's message may quote the values. */
  private static String description(Turn turn, Exception e) {
    String effects =
        turn.effects().stream()
            .map(effect -> effect.getClass().getSimpleName())
            .collect(Collectors.joining(", "));
    String state = e instanceof SQLException sql ? " " + sql.getSQLState() : "";
    return "a turn with [%s] was refused: %s%s"
        .formatted(effects, e.getClass().getSimpleName(), state);
  }

  /** After a commit it does nothing; a connection that can't is closed by its pool. */
  private static void rollback(Connection tx) {
    try {
      tx.rollback();
      tx.setAutoCommit(true);
    } catch (SQLException e) {
      // what matters was thrown before
    }
  }

  private record Waiting(Turn turn, CompletableFuture<Outcome> outcome) {
    void fail(RuntimeException why) {
      outcome.completeExceptionally(why);
    }

    Outcome await() {
      try {
        return outcome.get(WAIT_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        throw new NotCommitted("no commit within " + WAIT_LIMIT, e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new NotCommitted("interrupted", e);
      } catch (ExecutionException e) {
        if (e.getCause() instanceof RuntimeException known) {
          throw known;
        }
        throw new IllegalStateException(e.getCause());
      }
    }

    @Override
    public String toString() {
      return "Waiting[redacted]";
    }
  }

  private static final class Batch {
    private final List<Waiting> members = new ArrayList<>();
    private final Set<Object> seen = new HashSet<>();

    boolean add(Waiting waiting) {
      Object id = ByteBuffer.wrap(waiting.turn.id());
      if (seen.contains(id) || seen.contains(waiting.turn.who())) {
        return false;
      }
      seen.add(id);
      seen.add(waiting.turn.who());
      return members.add(waiting);
    }

    List<Waiting> members() {
      return members;
    }
  }
}
