package org.answerable.responselog.jdbc;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.answerable.effect.EffectWriter;
import org.answerable.organisation.Organisation;
import org.answerable.platform.Databases;
import org.answerable.platform.Login;
import org.answerable.responselog.Entry;
import org.answerable.responselog.EntryJson;
import org.answerable.responselog.EntryStaged;
import org.answerable.responselog.Sequencer;
import org.answerable.responselog.Tree;
import org.answerable.testing.LogMirror;
import org.answerable.testing.WholeDatabase;
import org.answerable.tlog.Checkpoint;
import org.answerable.tlog.EntryBundle;
import org.answerable.tlog.Hash;
import org.answerable.tlog.MalformedException;
import org.answerable.tlog.Tile;

/** One organisation's log: what is left for it, what comes of it, and what anybody finds there. */
final class LogWorld {
  static final LocalDate ARRIVED = LocalDate.of(2026, 11, 23);

  /** A quarter past twelve in Nairobi, the day after. */
  static final Instant SLOT = Instant.parse("2026-11-24T09:15:00Z");

  final Organisation home;
  final LogMirror mirror;
  private final Databases databases;
  private final WholeDatabase database;
  private final EffectWriter<EntryStaged> staged;
  private final Sequencer sequencer;
  private final Tree tree;
  private final RandomGenerator random;

  LogWorld(
      Organisation home,
      Databases databases,
      WholeDatabase database,
      EffectWriter<EntryStaged> staged,
      Sequencer sequencer,
      Tree tree,
      RandomGenerator random) {
    this.home = home;
    this.databases = databases;
    this.database = database;
    this.staged = staged;
    this.sequencer = sequencer;
    this.tree = tree;
    this.random = random;
    this.mirror = new LogMirror(this::served);
  }

  /** Leaves commitments for the next slot. */
  void stage(int count) throws SQLException {
    var batch =
        Stream.generate(this::commitment)
            .map(hash -> new Entry.Committed(ARRIVED, hash))
            .map(entry -> new EntryStaged(home.id(), UUID.randomUUID(), entry))
            .limit(count)
            .toList();
    databases.inTransaction(
        Login.INTAKE,
        tx -> {
          staged.write(tx, batch);
          return count;
        });
  }

  private byte[] commitment() {
    byte[] hash = new byte[Hash.BYTES];
    random.nextBytes(hash);
    return hash;
  }

  void slot() throws SQLException {
    slotAt(SLOT);
  }

  void slotAt(Instant moment) throws SQLException {
    sequencer.sequence(home, moment);
  }

  Void run() throws SQLException {
    slot();
    return null;
  }

  /** Somebody takes all of it back, and something happens before they have done so. */
  <T> T takingBackWhatIsStaged(Callable<T> meanwhile) throws Exception {
    return databases.inTransaction(
        Login.LOG,
        tx -> {
          Databases.on(tx)
              .sql("delete from responselog.staged where organisation = ?")
              .param(home.id())
              .update();
          try {
            return meanwhile.call();
          } catch (Exception e) {
            throw new IllegalStateException(e);
          }
        });
  }

  boolean isWaiting() {
    return database.count("pg_locks where not granted") > 0;
  }

  void grow(int count) throws SQLException {
    stage(count);
    slot();
  }

  long staged() {
    return database.count("responselog.staged where organisation = ?", home.id());
  }

  long entries() {
    return database.count("responselog.entry where organisation = ?", home.id());
  }

  Checkpoint checkpoint() throws MalformedException {
    return Checkpoint.of(mirror.note());
  }

  Hash leaf(long index) {
    return Hash.leaf(body(index));
  }

  Entry entry(long index) {
    return EntryJson.read(body(index));
  }

  /** All of them, in their order. */
  List<Entry> all() {
    return LongStream.range(0, entries()).mapToObj(this::entry).toList();
  }

  private byte[] body(long index) {
    return database
        .owner()
        .sql("select body from responselog.entry where organisation = ? and index = ?")
        .params(home.id(), index)
        .query((row, n) -> row.getBytes(1))
        .single();
  }

  /** As the database's superuser may do it. */
  void tamper(String statement) {
    database.owner().sql(statement.replace("HOME", "'" + home.id() + "'")).update();
  }

  private Optional<byte[]> served(String path) {
    try {
      return switch (path) {
        case "key" -> Optional.of((tree.key(home.id()) + "\n").getBytes());
        case "checkpoint" -> tree.checkpoint(home.id());
        default ->
            path.startsWith("tile/entries/")
                ? tree.bundle(home.id(), EntryBundle.parse(path))
                : tree.tile(home.id(), Tile.parse(path));
      };
    } catch (MalformedException e) {
      throw new AssertionError(e);
    }
  }
}
