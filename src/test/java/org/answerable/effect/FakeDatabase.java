package org.answerable.effect;

import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import javax.sql.DataSource;
import org.answerable.effect.TurnLedger.Claim;
import org.jspecify.annotations.Nullable;

/**
 * A database of two maps with transactions, which fails as it is told: what a transaction wrote is
 * there after its commit and not before.
 */
final class FakeDatabase implements TurnLedger {
  final Map<ByteBuffer, byte[]> replies = Collections.synchronizedMap(new HashMap<>());
  final Map<UUID, Long> turns = Collections.synchronizedMap(new HashMap<>());
  final List<Said> said = Collections.synchronizedList(new ArrayList<>());
  final List<Integer> commits = Collections.synchronizedList(new ArrayList<>());
  final Semaphore mayCommit = new Semaphore(Integer.MAX_VALUE / 2);
  volatile @Nullable SQLException connecting;
  volatile @Nullable SQLException committing;
  volatile Failure writing = said -> {};
  private final ThreadLocal<List<Runnable>> work = ThreadLocal.withInitial(ArrayList::new);

  /** An effect of the tests. */
  record Said(String word) implements Effect {}

  interface Failure {
    void of(Said said) throws SQLException;
  }

  EffectWriter<Said> writer() {
    return new EffectWriter<>() {
      @Override
      public Class<Said> type() {
        return Said.class;
      }

      @Override
      public void write(Connection tx, List<Said> batch) throws SQLException {
        for (Said one : batch) {
          writing.of(one);
          work.get().add(() -> said.add(one));
        }
      }
    };
  }

  @Override
  public List<Claim> claim(Connection tx, List<Turn> batch) {
    return batch.stream().map(this::claim).toList();
  }

  private Claim claim(Turn turn) {
    ByteBuffer id = ByteBuffer.wrap(turn.id());
    byte[] reply = replies.get(id);
    if (reply != null) {
      return new Claim.Known(turn.epoch(), reply);
    }
    if (turns.getOrDefault(turn.who(), 0L) != turn.turn()) {
      return new Claim.Behind();
    }
    work.get()
        .add(
            () -> {
              replies.put(id, turn.reply());
              turns.put(turn.who(), turn.turn() + 1);
            });
    return new Claim.Taken();
  }

  DataSource source() {
    return proxy(
        DataSource.class,
        (name) -> {
          if (name.equals("getConnection")) {
            raise(connecting);
            work.get().clear();
            return connection();
          }
          return null;
        });
  }

  private Connection connection() {
    return proxy(
        Connection.class,
        (name) -> {
          switch (name) {
            case "commit" -> commit();
            case "rollback" -> work.get().clear();
            default -> {}
          }
          return null;
        });
  }

  private void commit() throws SQLException {
    mayCommit.acquireUninterruptibly();
    raise(committing);
    commits.add(work.get().size() / 2);
    work.get().forEach(Runnable::run);
    work.get().clear();
  }

  private static void raise(@Nullable SQLException e) throws SQLException {
    if (e != null) {
      throw e;
    }
  }

  private interface Call {
    @Nullable Object on(String name) throws SQLException;
  }

  private static <T> T proxy(Class<T> type, Call call) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> call.on(method.getName())));
  }
}
