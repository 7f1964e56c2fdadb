package org.answerable.responselog.jdbc;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import org.answerable.organisation.Organisation;
import org.answerable.platform.Databases;
import org.answerable.platform.Login;
import org.answerable.platform.SqlArray;
import org.answerable.responselog.Entry;
import org.answerable.responselog.EntryJson;
import org.answerable.responselog.LogStopped;
import org.answerable.responselog.Sequencer;
import org.answerable.responselog.jdbc.Continuity.Going;
import org.answerable.responselog.jdbc.SlotCovers.Drawn;
import org.answerable.tlog.Hash;
import org.answerable.tlog.SignedNote;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The log's order in PostgreSQL: staged rows move into {@code entry}, with the checkpoint of the
 * tree that they make, in one transaction.
 */
final class JdbcSequencer implements Sequencer {
  /** The most entries of one transaction; a slot takes as many of them as it needs. */
  static final int CHUNK_LIMIT = 1000;

  private final Databases databases;
  private final Continuity continuity;
  private final SlotCovers slotCovers;
  private final Random random = new SecureRandom();

  JdbcSequencer(Databases databases, Continuity continuity, SlotCovers slotCovers) {
    this.databases = databases;
    this.continuity = continuity;
    this.slotCovers = slotCovers;
  }

  /**
   * What a transaction did.
   *
   * @param staged how many entries it took from what was staged
   * @param appended how many are in the log by it
   * @param signed the checkpoint, if there were any
   */
  private record Chunk(int staged, int appended, Optional<SignedNote> signed) {
    static final Chunk NOTHING = new Chunk(0, 0, Optional.empty());

    Chunk of(int taken) {
      return new Chunk(taken, appended, signed);
    }
  }

  @Override
  public int sequence(Organisation organisation, Instant now) throws SQLException {
    int total = 0;
    while (true) {
      Chunk chunk = databases.inTransaction(Login.LOG, tx -> chunk(tx, organisation, now));
      chunk.signed.ifPresent(note -> continuity.note(organisation.id(), note));
      total += chunk.appended;
      if (chunk.staged < CHUNK_LIMIT) {
        return total;
      }
    }
  }

  /** Where more wait than fit, all covers are in the first chunk. */
  private Chunk chunk(Connection tx, Organisation organisation, Instant now) throws SQLException {
    String home = organisation.id();
    LocalDate today = organisation.day(now);
    JdbcClient client = Databases.on(tx);
    lock(tx, home);
    List<Staged> staged = take(tx, home);
    boolean arrived = staged.stream().anyMatch(Staged::isCommitment);
    Drawn drawn = slotCovers.draw(client, organisation, now, arrived);
    Optional<Entry> witnesses = AnnouncedWitnesses.due(client, organisation, today);
    if (staged.isEmpty() && drawn.isNothing() && witnesses.isEmpty()) {
      return Chunk.NOTHING;
    }
    List<Staged> ordered = new ArrayList<>();
    drawn.announced().forEach(entry -> ordered.add(Staged.ours(home, entry)));
    witnesses.ifPresent(entry -> ordered.add(Staged.ours(home, entry)));
    ordered.addAll(dated(client, home, today, order(home, staged, drawn.covers())));
    return append(tx, home, today, ordered).of(staged.size());
  }

  /**
   * Commitments get the day of their slot: that of their arrival would tell more. It is never
   * before that of another one, nor before one of them arrived, whatever clocks say: those of two
   * nodes differ, and a time zone can be changed just after midnight.
   */
  private static List<Staged> dated(
      JdbcClient tx, String organisation, LocalDate today, List<Staged> ordered) {
    Optional<LocalDate> arrived =
        ordered.stream()
            .filter(Staged::isCommitment)
            .map(one -> one.entry.day())
            .max(LocalDate::compareTo);
    if (arrived.isEmpty()) {
      return ordered;
    }
    LocalDate day =
        Stream.of(today, arrived.get(), lastCommitted(tx, organisation).orElse(today))
            .max(LocalDate::compareTo)
            .orElseThrow();
    return ordered.stream().map(one -> one.dated(organisation, day)).toList();
  }

  private static Optional<LocalDate> lastCommitted(JdbcClient tx, String organisation) {
    return tx.sql(
            """
            select day from responselog.entry
            where organisation = ? and type = 'committed' order by index desc limit 1
            """)
        .param(organisation)
        .query(LocalDate.class)
        .optional();
  }

  /**
   * Appends entries of the log's own by themselves: what is staged waits for its slot.
   *
   * @param due which, under the log's lock; none: nothing is signed
   * @return how many they are
   * @throws LogStopped as {@link #sequence}
   */
  int announce(Organisation organisation, Instant now, Function<JdbcClient, List<Entry>> due)
      throws SQLException {
    String home = organisation.id();
    Chunk chunk =
        databases.inTransaction(
            Login.LOG,
            tx -> {
              lock(tx, home);
              List<Staged> ours =
                  due.apply(Databases.on(tx)).stream()
                      .map(entry -> Staged.ours(home, entry))
                      .toList();
              return ours.isEmpty() ? Chunk.NOTHING : append(tx, home, organisation.day(now), ours);
            });
    chunk.signed.ifPresent(note -> continuity.note(home, note));
    return chunk.appended;
  }

  private Chunk append(Connection tx, String home, LocalDate today, List<Staged> entries)
      throws SQLException {
    Going going = continuity.open(Databases.on(tx), home, today);
    List<Staged> ordered = new ArrayList<>();
    going.first().ifPresent(entry -> ordered.add(Staged.ours(home, entry)));
    ordered.addAll(entries);
    return new Chunk(0, ordered.size(), Optional.of(append(tx, home, going, ordered)));
  }

  private static SignedNote append(
      Connection tx, String organisation, Going going, List<Staged> ordered) throws SQLException {
    long first = going.stand().size();
    GrowingTree tree = GrowingTree.open(tx, organisation, going.stand(), going.signer());
    List<Hash> leaves = ordered.stream().map(one -> Hash.leaf(one.body)).toList();
    insert(tx, organisation, first, ordered, leaves);
    new Projection(tx, organisation).apply(first, ordered.stream().map(Staged::entry).toList());
    tree.append(leaves);
    return tree.sign();
  }

  /**
   * Held to the end of the transaction: one node at a time puts one organisation's log in order.
   */
  static void lock(Connection tx, String organisation) throws SQLException {
    try (PreparedStatement statement =
        tx.prepareStatement("select pg_advisory_xact_lock(hashtextextended('log/' || ?, 0))")) {
      statement.setString(1, organisation);
      statement.execute();
    }
  }

  /**
   * Takes them: what somebody takes back at this moment is not among them, or can't be taken back
   * any more. Commitments are the ones with ordinal 0, so a chunk boundary keeps every order.
   */
  private static List<Staged> take(Connection tx, String organisation) throws SQLException {
    var staged = new ArrayList<Staged>();
    try (PreparedStatement statement =
        tx.prepareStatement(
            """
            with taken as (
              delete from responselog.staged where organisation = ? and entry in (
                select entry from responselog.staged
                where organisation = ? order by ordinal, entry limit ?)
              returning entry, body, ordinal)
            select body from taken order by ordinal, entry
            """)) {
      statement.setString(1, organisation);
      statement.setString(2, organisation);
      statement.setInt(3, CHUNK_LIMIT);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          staged.add(Staged.of(rows.getBytes(1)));
        }
      }
    }
    return staged;
  }

  private List<Staged> order(String organisation, List<Staged> staged, List<Entry> covers) {
    var first = new ArrayList<Staged>();
    var commitments = new ArrayList<Staged>();
    var byReference = new LinkedHashMap<String, List<Staged>>();
    for (Staged one : staged) {
      String reference = EntryJson.reference(one.entry);
      if (one.entry instanceof Entry.Committed) {
        commitments.add(one);
      } else if (reference == null) {
        first.add(one);
      } else {
        byReference.computeIfAbsent(reference, key -> new ArrayList<>()).add(one);
      }
    }
    covers.forEach(cover -> commitments.add(Staged.ours(organisation, cover)));
    Collections.shuffle(commitments, random);
    var groups = new ArrayList<>(byReference.values());
    Collections.shuffle(groups, random);
    first.addAll(commitments);
    groups.forEach(first::addAll);
    return first;
  }

  private static void insert(
      Connection tx, String organisation, long first, List<Staged> ordered, List<Hash> leaves)
      throws SQLException {
    try (PreparedStatement statement =
        tx.prepareStatement(
            """
            insert into responselog.entry (organisation, index, type, reference, day, body, leaf)
            select ?, ? + n - 1, t, r, d, b, l
            from unnest(?::text[], ?::text[], ?::date[], ?::bytea[], ?::bytea[])
              with ordinality as m(t, r, d, b, l, n)
            """)) {
      statement.setString(1, organisation);
      statement.setLong(2, first);
      statement.setArray(3, SqlArray.of(tx, "text", ordered, one -> EntryJson.type(one.entry)));
      statement.setArray(
          4, SqlArray.of(tx, "text", ordered, one -> EntryJson.reference(one.entry)));
      statement.setArray(5, SqlArray.of(tx, "date", ordered, one -> one.entry.day()));
      statement.setArray(6, SqlArray.of(tx, "bytea", ordered, Staged::body));
      statement.setArray(7, SqlArray.of(tx, "bytea", leaves, Hash::bytes));
      statement.executeUpdate();
    }
  }

  /** What becomes an entry, with its own form. */
  private record Staged(byte[] body, Entry entry) {
    static Staged ours(String organisation, Entry entry) {
      return new Staged(EntryJson.write(organisation, entry), entry);
    }

    static Staged of(byte[] body) {
      return new Staged(body, EntryJson.read(body));
    }

    boolean isCommitment() {
      return entry instanceof Entry.Committed;
    }

    /** The same, a commitment on another day. */
    Staged dated(String organisation, LocalDate day) {
      if (entry instanceof Entry.Committed committed && !committed.day().equals(day)) {
        Entry dated = committed.withDay(day);
        return new Staged(EntryJson.write(organisation, dated), dated);
      }
      return this;
    }
  }
}
