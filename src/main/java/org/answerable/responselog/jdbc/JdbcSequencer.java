package org.answerable.responselog.jdbc;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.answerable.platform.Databases;
import org.answerable.platform.Login;
import org.answerable.platform.SqlArray;
import org.answerable.responselog.Entry;
import org.answerable.responselog.EntryJson;
import org.answerable.responselog.Sequencer;

/** The log's order in PostgreSQL: staged rows move into {@code entry} in one transaction. */
final class JdbcSequencer implements Sequencer {
  /** The most entries of one transaction; a slot takes as many of them as it needs. */
  static final int CHUNK_LIMIT = 1000;

  private final Databases databases;
  private final Random random = new SecureRandom();

  JdbcSequencer(Databases databases) {
    this.databases = databases;
  }

  @Override
  public int sequence(String organisation) throws SQLException {
    int total = 0;
    while (true) {
      int appended = databases.inTransaction(Login.LOG, tx -> chunk(tx, organisation));
      total += appended;
      if (appended < CHUNK_LIMIT) {
        return total;
      }
    }
  }

  private int chunk(Connection tx, String organisation) throws SQLException {
    lock(tx, organisation);
    List<Staged> staged = staged(tx, organisation);
    if (staged.isEmpty()) {
      return 0;
    }
    List<Staged> ordered = order(staged);
    long next = nextIndex(tx, organisation);
    append(tx, organisation, next, ordered);
    new Projection(tx, organisation).apply(next, ordered.stream().map(Staged::entry).toList());
    remove(tx, organisation, ordered);
    return ordered.size();
  }

  /**
   * Held to the end of the transaction: one node at a time puts one organisation's log in order.
   */
  private static void lock(Connection tx, String organisation) throws SQLException {
    try (PreparedStatement statement =
        tx.prepareStatement("select pg_advisory_xact_lock(hashtextextended('log/' || ?, 0))")) {
      statement.setString(1, organisation);
      statement.execute();
    }
  }

  /** Commitments are the ones with ordinal 0, so a chunk boundary keeps every order. */
  private static List<Staged> staged(Connection tx, String organisation) throws SQLException {
    var staged = new ArrayList<Staged>();
    try (PreparedStatement statement =
        tx.prepareStatement(
            """
            select entry, body from responselog.staged
            where organisation = ? order by ordinal, entry limit ?
            """)) {
      statement.setString(1, organisation);
      statement.setInt(2, CHUNK_LIMIT);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          byte[] body = rows.getBytes(2);
          staged.add(new Staged(rows.getObject(1, UUID.class), body, EntryJson.read(body)));
        }
      }
    }
    return staged;
  }

  private List<Staged> order(List<Staged> staged) {
    var commitments = new ArrayList<Staged>();
    var byReference = new LinkedHashMap<String, List<Staged>>();
    for (Staged one : staged) {
      String reference = EntryJson.reference(one.entry);
      if (reference == null) {
        commitments.add(one);
      } else {
        byReference.computeIfAbsent(reference, key -> new ArrayList<>()).add(one);
      }
    }
    Collections.shuffle(commitments, random);
    var groups = new ArrayList<>(byReference.values());
    Collections.shuffle(groups, random);
    groups.forEach(commitments::addAll);
    return commitments;
  }

  private static long nextIndex(Connection tx, String organisation) throws SQLException {
    try (PreparedStatement statement =
        tx.prepareStatement(
            """
            select coalesce(max(index) + 1, 0) from responselog.entry where organisation = ?
            """)) {
      statement.setString(1, organisation);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  private static void append(Connection tx, String organisation, long first, List<Staged> ordered)
      throws SQLException {
    try (PreparedStatement statement =
        tx.prepareStatement(
            """
            insert into responselog.entry (organisation, index, type, reference, day, body)
            select ?, ? + n - 1, t, r, d, b
            from unnest(?::text[], ?::text[], ?::date[], ?::bytea[])
              with ordinality as m(t, r, d, b, n)
            """)) {
      statement.setString(1, organisation);
      statement.setLong(2, first);
      statement.setArray(3, SqlArray.of(tx, "text", ordered, one -> EntryJson.type(one.entry)));
      statement.setArray(
          4, SqlArray.of(tx, "text", ordered, one -> EntryJson.reference(one.entry)));
      statement.setArray(5, SqlArray.of(tx, "date", ordered, one -> one.entry.day()));
      statement.setArray(6, SqlArray.of(tx, "bytea", ordered, Staged::body));
      statement.executeUpdate();
    }
  }

  private static void remove(Connection tx, String organisation, List<Staged> ordered)
      throws SQLException {
    try (PreparedStatement statement =
        tx.prepareStatement(
            "delete from responselog.staged where organisation = ? and entry = any (?)")) {
      statement.setString(1, organisation);
      statement.setArray(2, SqlArray.of(tx, "uuid", ordered, Staged::id));
      statement.executeUpdate();
    }
  }

  private record Staged(UUID id, byte[] body, Entry entry) {}
}
