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

/** The ledger in PostgreSQL: one statement for a batch, and one more when something is repeated. */
public final class JdbcTurnLedger implements TurnLedger {
  /**
   * The session is looked up by a value, not by {@code exists}: that may be answered by reading all
   * sessions once for each batch.
   */
  private static final String CLAIM =
      """
      with m as (
        select * from unnest(?::bytea[], ?::uuid[], ?::bigint[], ?::bytea[], ?::bytea[])
          with ordinality as m(id, who, turn, reply, state, n)),
      fresh as (
        insert into conversation.message (organisation, epoch, id, reply)
        select ?, ?, id, reply from m order by id
        on conflict do nothing
        returning id),
      moved as (
        insert into conversation.session as s (organisation, who, turn, epoch, state)
        select ?, m.who, m.turn + 1, ?, m.state from m join fresh using (id)
        where m.turn = 0
          or (select x.turn from conversation.session x
              where x.organisation = ? and x.who = m.who) is not null
        order by m.who
        on conflict (organisation, who) do update
          set turn = excluded.turn, epoch = excluded.epoch, state = excluded.state
          where s.turn = excluded.turn - 1
        returning who)
      select fresh.id is not null, moved.who is not null
      from m left join fresh using (id) left join moved using (who)
      order by m.n
      """;

  private static final String KNOWN =
      """
      select id, epoch, reply from conversation.message
      where organisation = ? and epoch = ? and id = any (?)
      """;

  @Override
  public List<Claim> claim(Connection tx, List<Turn> batch) throws SQLException {
    String organisation = batch.getFirst().organisation();
    int epoch = batch.getFirst().epoch();
    @Nullable Claim[] claims = new Claim[batch.size()];
    boolean repeated = false;
    try (PreparedStatement statement = tx.prepareStatement(CLAIM)) {
      bind(tx, statement, batch, organisation, epoch);
      try (ResultSet rows = statement.executeQuery()) {
        for (int i = 0; rows.next(); i++) {
          boolean fresh = rows.getBoolean(1);
          repeated |= !fresh;
          claims[i] = !fresh ? null : rows.getBoolean(2) ? new Claim.Taken() : new Claim.Behind();
        }
      }
    }
    if (repeated) {
      fillKnown(claims, batch, known(tx, batch, organisation, epoch));
    }
    return complete(claims);
  }

  private static void bind(
      Connection tx, PreparedStatement statement, List<Turn> batch, String organisation, int epoch)
      throws SQLException {
    statement.setArray(1, SqlArray.of(tx, "bytea", batch, Turn::id));
    statement.setArray(2, SqlArray.of(tx, "uuid", batch, Turn::who));
    statement.setArray(3, SqlArray.of(tx, "bigint", batch, Turn::turn));
    statement.setArray(4, SqlArray.of(tx, "bytea", batch, Turn::reply));
    statement.setArray(5, SqlArray.of(tx, "bytea", batch, Turn::state));
    statement.setString(6, organisation);
    statement.setInt(7, epoch);
    statement.setString(8, organisation);
    statement.setInt(9, epoch);
    statement.setString(10, organisation);
  }

  private static Map<ByteBuffer, Claim> known(
      Connection tx, List<Turn> batch, String organisation, int epoch) throws SQLException {
    var known = new HashMap<ByteBuffer, Claim>();
    try (PreparedStatement statement = tx.prepareStatement(KNOWN)) {
      statement.setString(1, organisation);
      statement.setInt(2, epoch);
      statement.setArray(3, SqlArray.of(tx, "bytea", batch, Turn::id));
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
        claims[i] = known.get(ByteBuffer.wrap(batch.get(i).id()));
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
