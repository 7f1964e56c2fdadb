package org.answerable.poll.jdbc;

import static java.util.Comparator.comparing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.answerable.effect.EffectWriter;
import org.answerable.platform.SqlArray;
import org.answerable.platform.keys.KeyRefused;
import org.answerable.platform.keys.PollKeys;
import org.answerable.poll.BallotBox;
import org.answerable.poll.BallotCast;
import org.springframework.stereotype.Component;

/**
 * Writes votes, each in place of the voter's last one. In a poll that is over the whole batch is
 * refused, and whoever voted there is decided again.
 */
@Component
final class BallotCastWriter implements EffectWriter<BallotCast> {
  /** Foreign key violation, as the database says it of a poll that is over. */
  private static final String OVER = "23503";

  private final BallotBox box;

  BallotCastWriter(PollKeys keys) {
    this.box = new BallotBox(keys);
  }

  @Override
  public Class<BallotCast> type() {
    return BallotCast.class;
  }

  @Override
  public void write(Connection tx, List<BallotCast> batch) throws SQLException {
    var rows = rows(batch);
    try (PreparedStatement statement =
        tx.prepareStatement(
            """
            insert into poll.ballot (organisation, poll, voter, choice)
            select * from unnest(?::text[], ?::text[], ?::bytea[], ?::bytea[])
            on conflict (organisation, poll, voter) do update set choice = excluded.choice
            """)) {
      statement.setArray(1, SqlArray.of(tx, "text", rows, row -> row.cast.organisation()));
      statement.setArray(2, SqlArray.of(tx, "text", rows, row -> row.cast.poll()));
      statement.setArray(3, SqlArray.of(tx, "bytea", rows, Row::voter));
      statement.setArray(4, SqlArray.of(tx, "bytea", rows, Row::choice));
      statement.executeUpdate();
    }
  }

  /** In the order of the voters, so that two batches do not wait for each other. */
  private List<Row> rows(List<BallotCast> batch) throws SQLException {
    try {
      return batch.stream().map(this::row).sorted(comparing(Row::voter, Arrays::compare)).toList();
    } catch (KeyRefused closed) {
      throw new SQLException("the poll is over", OVER);
    }
  }

  private Row row(BallotCast cast) {
    byte[] voter = box.voter(cast.organisation(), cast.poll(), cast.voter());
    return new Row(cast, voter, box.close(cast.organisation(), cast.poll(), voter, cast.ballot()));
  }

  private record Row(BallotCast cast, byte[] voter, byte[] choice) {}
}
