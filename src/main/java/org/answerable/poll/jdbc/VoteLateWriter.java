package org.answerable.poll.jdbc;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.answerable.effect.EffectWriter;
import org.answerable.platform.Ids;
import org.answerable.platform.SqlArray;
import org.answerable.poll.VoteLate;
import org.springframework.stereotype.Component;

/** Counts votes that came late, together; the database leaves out those that nobody counts. */
@Component
final class VoteLateWriter implements EffectWriter<VoteLate> {
  private final Ids ids;

  VoteLateWriter(Ids ids) {
    this.ids = ids;
  }

  @Override
  public Class<VoteLate> type() {
    return VoteLate.class;
  }

  @Override
  public void write(Connection tx, List<VoteLate> batch) throws SQLException {
    List<Map.Entry<VoteLate, Long>> rows =
        batch.stream().collect(groupingBy(one -> one, counting())).entrySet().stream().toList();
    try (PreparedStatement insert =
        tx.prepareStatement(
            """
            insert into poll.late (organisation, poll, batch, texts)
            select * from unnest(?::text[], ?::text[], ?::uuid[], ?::int[])
            """)) {
      insert.setArray(1, SqlArray.of(tx, "text", rows, row -> row.getKey().organisation()));
      insert.setArray(2, SqlArray.of(tx, "text", rows, row -> row.getKey().poll()));
      insert.setArray(3, SqlArray.of(tx, "uuid", rows, row -> ids.uuid()));
      insert.setArray(4, SqlArray.of(tx, "int4", rows, row -> row.getValue().intValue()));
      insert.executeUpdate();
    }
  }
}
