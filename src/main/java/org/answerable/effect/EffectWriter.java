package org.answerable.effect;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Writes one kind of effect. Each feature owns the writers of its own tables. */
public interface EffectWriter<E extends Effect> {
  /** The record that this writer writes; one writer for each. */
  Class<E> type();

  /**
   * Writes the effects of many messages of one organisation with one statement, in the transaction
   * of their commit. It neither commits nor keeps the connection.
   *
   * @throws SQLException what the database says; {@link GroupCommit} tells whose fault it is
   */
  void write(Connection tx, List<E> batch) throws SQLException;
}
