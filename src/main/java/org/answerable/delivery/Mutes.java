package org.answerable.delivery;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Mutes that wait for the one place that may follow a feedback to its sender. Who that is, and
 * whether two are the same, is told to nobody.
 */
public interface Mutes {
  /** Leaves one, in a feature's own transaction; of several the latest day counts. */
  void add(Connection tx, Mute mute) throws SQLException;

  /** Some of those that wait. */
  List<Mute> waiting(int limit);

  /** It is done. */
  void remove(Mute mute);
}
