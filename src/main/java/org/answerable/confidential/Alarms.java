package org.answerable.confidential;

import java.sql.Connection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.answerable.leader.Leader;

/**
 * How focal points are told to look, and who is to be told. No row tells when or how often, and
 * nobody is shown an address again.
 */
public interface Alarms {
  /** Whether this focal point chose a way. */
  boolean hasWay(Leader leader);

  /** Replaces the way; empty: not at all. */
  void choose(Leader leader, Optional<Way> way);

  /** Raises an alarm for each of these that chose a way. */
  void raise(Connection tx, String organisation, Set<UUID> accounts);

  /**
   * Raises one for whoever has a way and a report with words that no step knows of. Only of those
   * that were sealed to them: about others they could do nothing, and it would never end.
   */
  void remind(String organisation);

  /** Those that wait; none is taken away by asking. */
  List<Alarm> waiting(String organisation);

  /** Takes one away, unless it was raised again since. */
  void done(String organisation, Alarm alarm);

  /**
   * Where and how.
   *
   * @param channel of the organisation's
   * @param address in its one form
   * @param language of the one sentence
   */
  record Way(String channel, String address, String language) {
    @Override
    public String toString() {
      return "Way[" + channel + ", redacted]";
    }
  }

  /** Somebody to be told. */
  record Alarm(UUID account, UUID mark, Way way) {}
}
