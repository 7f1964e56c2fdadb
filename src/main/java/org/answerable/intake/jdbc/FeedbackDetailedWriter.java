package org.answerable.intake.jdbc;

import static java.util.Comparator.comparing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.answerable.effect.EffectWriter;
import org.answerable.intake.FeedbackDetailed;
import org.answerable.organisation.Sensitivity;
import org.answerable.platform.SqlArray;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Adds what people answered about their feedback. */
@Component
final class FeedbackDetailedWriter implements EffectWriter<FeedbackDetailed> {
  @Override
  public Class<FeedbackDetailed> type() {
    return FeedbackDetailed.class;
  }

  @Override
  public void write(Connection tx, List<FeedbackDetailed> batch) throws SQLException {
    var rows = batch.stream().sorted(comparing(FeedbackDetailed::detail)).toList();
    try (PreparedStatement statement =
        tx.prepareStatement(
            """
            insert into intake.detail
              (organisation, detail, feedback, ordinal, topic, consent, sensitivity, through)
            select * from unnest(
              ?::text[], ?::uuid[], ?::uuid[], ?::int[], ?::text[], ?::boolean[], ?::text[],
              ?::boolean[])
            """)) {
      statement.setArray(1, SqlArray.of(tx, "text", rows, FeedbackDetailed::organisation));
      statement.setArray(2, SqlArray.of(tx, "uuid", rows, FeedbackDetailed::detail));
      statement.setArray(3, SqlArray.of(tx, "uuid", rows, FeedbackDetailed::feedback));
      statement.setArray(4, SqlArray.of(tx, "int", rows, FeedbackDetailed::ordinal));
      statement.setArray(5, SqlArray.of(tx, "text", rows, FeedbackDetailed::topic));
      statement.setArray(6, SqlArray.of(tx, "boolean", rows, FeedbackDetailed::consent));
      statement.setArray(7, SqlArray.of(tx, "text", rows, FeedbackDetailedWriter::sensitivity));
      statement.setArray(8, SqlArray.of(tx, "boolean", rows, FeedbackDetailed::through));
      statement.executeUpdate();
    }
  }

  private static @Nullable String sensitivity(FeedbackDetailed detail) {
    Sensitivity sensitivity = detail.sensitivity();
    return sensitivity == null ? null : sensitivity.name();
  }
}
