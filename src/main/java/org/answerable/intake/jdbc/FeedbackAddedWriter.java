package org.answerable.intake.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.answerable.effect.EffectWriter;
import org.answerable.intake.FeedbackAdded;
import org.answerable.platform.keys.Sealer;
import org.springframework.stereotype.Component;

/** Adds what people went on to say. */
@Component
final class FeedbackAddedWriter implements EffectWriter<FeedbackAdded> {
  private final PartInsert parts;

  FeedbackAddedWriter(Sealer sealer) {
    this.parts = new PartInsert(sealer);
  }

  @Override
  public Class<FeedbackAdded> type() {
    return FeedbackAdded.class;
  }

  @Override
  public void write(Connection tx, List<FeedbackAdded> batch) throws SQLException {
    parts.write(
        tx,
        batch.stream()
            .map(row -> new PartInsert.Part(row.feedback(), row.ordinal(), row.day(), row.text()))
            .toList());
  }
}
