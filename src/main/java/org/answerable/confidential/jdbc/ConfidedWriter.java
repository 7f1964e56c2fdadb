package org.answerable.confidential.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.answerable.confidential.Confided;
import org.answerable.effect.EffectWriter;

/** Adds what people confide, in the commit that takes it in. */
final class ConfidedWriter implements EffectWriter<Confided> {
  private final ConfidedInsert insert;

  ConfidedWriter(ConfidedInsert insert) {
    this.insert = insert;
  }

  @Override
  public Class<Confided> type() {
    return Confided.class;
  }

  @Override
  public void write(Connection tx, List<Confided> batch) throws SQLException {
    insert.write(tx, batch);
  }
}
