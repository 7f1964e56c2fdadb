package org.answerable.effect.jdbc;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.answerable.effect.Turn;
import org.answerable.effect.TurnLedger;
import org.answerable.platform.SqlArray;
import org.jspecify.annotations.Nullable;

/**
 * The ledger in PostgreSQL: one round trip for a batch, and one more when something is repeated.
 */
public final class JdbcTurnLedger implements TurnLedger {
  /**
   * First the epoch is held; only a statement that begins after that sees which one lives. Who was
   * decided under another one is behind.
   *
   * <p>The session is looked up by a value, not by {@code exists}: that may be answered by reading
   * all sessions once for each batch.
   */
  private static final String CLAIM =
      """
      select constituent.hold_epoch(?);
      with living as (
        select epoch from constituent.epoch where organisation = ? and epoch = ?),
      m as (
        select * from unnest(?::bytea[], ?::bytea[], ?::uuid[], ?::bigint[], ?::bytea[], ?::bytea[])
          with ordinality as m(id, before, who, turn, reply, state, n)),
      fresh as (
        insert into conversation.message (organisation, epoch, id, reply)
        select ?, living.epoch, m.id, m.reply from m cross join living
        where not exists (
          select from conversation.message x
          where x.organisation = ? and x.epoch = ? and x.id = m.before)
        order by m.id
        on conflict do nothing
        returning id),
      moved as (
        insert into conversation.session as s (organisation, who, turn, state)
        select ?, m.who, m.turn + 1, m.state from m join fresh using (id)
        where m.turn = 0
          or (select x.turn from conversation.session x
              where x.organisation = ? and x.who = m.who) is not null
        order by m.who
        on conflict (organisation, who) do update
          set turn = excluded.turn, state = excluded.state
          where s.turn = excluded.turn - 1
        returning who)
      select fresh.id is not null, moved.who is not null, exists (select from living)
      from m left join fresh using (id) left join moved using (who)
      order by m.n
      """;

  private static final String KNOWN =
      """
      select id, epoch, reply from conversation.message
      where organisation = ? and (epoch = ? and id = any (?) or epoch = ? and id = any (?))
      """;

  @Override
  public List<Claim> claim(Connection tx, List<Turn> batch) throws SQLException {
    @Nullable Claim[] claims = new Claim[batch.size()];
    boolean repeated = false;
    try (PreparedStatement statement = tx.prepareStatement(CLAIM)) {
      bind(tx, statement, batch);
      statement.execute();
      statement.getMoreResults(); // what holding the epoch gave
      try (ResultSet rows = statement.getResultSet()) {
        for (int i = 0; rows.next(); i++) {
          claims[i] = claim(rows.getBoolean(1), rows.getBoolean(2), rows.getBoolean(3));
          repeated |= claims[i] == null;
        }
      }
    }
    if (repeated) {
      fillKnown(claims, batch, known(tx, batch));
    }
    return complete(claims);
  }

  /** Null: it came before. */
  private static @Nullable Claim claim(boolean fresh, boolean moved, boolean living) {
    if (!living) {
      return new Claim.Behind();
    }
    return !fresh ? null : moved ? new Claim.Taken() : new Claim.Behind();
  }

  private static void bind(Connection tx, PreparedStatement statement, List<Turn> batch)
      throws SQLException {
    String organisation = batch.getFirst().organisation();
    int epoch = batch.getFirst().epoch();
    statement.setString(1, organisation);
    statement.setString(2, organisation);
    statement.setInt(3, epoch);
    statement.setArray(4, SqlArray.of(tx, "bytea", batch, Turn::id));
    statement.setArray(5, SqlArray.of(tx, "bytea", batch, Turn::idBefore));
    statement.setArray(6, SqlArray.of(tx, "uuid", batch, Turn::who));
    statement.setArray(7, SqlArray.of(tx, "bigint", batch, Turn::turn));
    statement.setArray(8, SqlArray.of(tx, "bytea", batch, Turn::reply));
    statement.setArray(9, SqlArray.of(tx, "bytea", batch, Turn::state));
    statement.setString(10, organisation);
    statement.setString(11, organisation);
    statement.setInt(12, epoch - 1);
    statement.setString(13, organisation);
    statement.setString(14, organisation);
  }

  private static Map<ByteBuffer, Claim> known(Connection tx, List<Turn> batch) throws SQLException {
    int epoch = batch.getFirst().epoch();
    var known = new HashMap<ByteBuffer, Claim>();
    try (PreparedStatement statement = tx.prepareStatement(KNOWN)) {
      statement.setString(1, batch.getFirst().organisation());
      statement.setInt(2, epoch);
      statement.setArray(3, SqlArray.of(tx, "bytea", batch, Turn::id));
      statement.setInt(4, epoch - 1);
      statement.setArray(5, SqlArray.of(tx, "bytea", batch, Turn::idBefore));
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          known.put(
              ByteBuffer.wrap(rows.getBytes(1)), new Claim.Known(rows.getInt(2), rows.getBytes(3)));
        }
      }
    }
    return known;
  }

  private static void fillKnown(
      @Nullable Claim[] claims, List<Turn> batch, Map<ByteBuffer, Claim> known) {
    for (int i = 0; i < claims.length; i++) {
      if (claims[i] == null) {
        Turn turn = batch.get(i);
        Claim now = known.get(ByteBuffer.wrap(turn.id()));
        claims[i] = now != null ? now : known.get(ByteBuffer.wrap(turn.idBefore()));
      }
    }
  }

  private static List<Claim> complete(@Nullable Claim[] claims) {
    return Arrays.stream(claims)
        .map(
            claim -> {
              if (claim == null) {
                throw new IllegalStateException("a message is neither new nor known");
              }
              return claim;
            })
        .toList();
  }
}
