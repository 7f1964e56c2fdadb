package org.answerable.intake.jdbc;

import static java.util.Comparator.comparing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.answerable.effect.EffectWriter;
import org.answerable.intake.EchoTag;
import org.answerable.intake.Echoed;
import org.answerable.platform.SqlArray;
import org.answerable.platform.keys.EchoKeys;
import org.springframework.stereotype.Component;

/** Writes tags, each once; the next slot counts them. */
@Component
final class EchoedWriter implements EffectWriter<Echoed> {
  private final EchoKeys keys;

  EchoedWriter(EchoKeys keys) {
    this.keys = keys;
  }

  @Override
  public Class<Echoed> type() {
    return Echoed.class;
  }

  /** In the order of the tags, so that two batches do not wait for each other. */
  @Override
  public void write(Connection tx, List<Echoed> batch) throws SQLException {
    List<Row> rows =
        batch.stream().map(this::row).sorted(comparing(Row::tag, Arrays::compare)).toList();
    try (PreparedStatement statement =
        tx.prepareStatement(
            """
            insert into intake.echo (organisation, reference, tag)
            select * from unnest(?::text[], ?::text[], ?::bytea[])
            on conflict (organisation, reference, tag) do nothing
            """)) {
      statement.setArray(1, SqlArray.of(tx, "text", rows, row -> row.echoed.organisation()));
      statement.setArray(2, SqlArray.of(tx, "text", rows, row -> row.echoed.reference()));
      statement.setArray(3, SqlArray.of(tx, "bytea", rows, Row::tag));
      statement.executeUpdate();
    }
  }

  private Row row(Echoed echoed) {
    return new Row(
        echoed, EchoTag.of(keys, echoed.organisation(), echoed.reference(), echoed.who()));
  }

  private record Row(Echoed echoed, byte[] tag) {
    @Override
    public String toString() {
      return "Row[redacted]";
    }
  }
}
