package org.answerable.delivery;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * The outbox as a worker sees it. A lease that has ended is worth nothing: what its holder does
 * after that changes nothing here.
 */
public interface Deliveries {
  /**
   * Takes messages that are due and nobody else has, the longest due first; of one feedback only
   * the earliest response that isn't closed.
   */
  List<Leased> lease(int limit, Instant now, Duration lease) throws SQLException;

  /**
   * Notes that it goes to the provider now. If nothing is noted after it, it is uncertain.
   *
   * @return false when the lease has ended and somebody else has it: it must not be sent
   */
  boolean begin(Leased leased) throws SQLException;

  /** Notes what became of it, for good, and forgets it. */
  void close(Leased leased, DeliveryOutcome outcome, LocalDate day) throws SQLException;

  /**
   * Nothing is sent before a moment: nobody takes it until then. It is no try, and stays as it is.
   */
  void hold(Leased leased, Instant until) throws SQLException;

  /** Nothing was sent: gives it back, to be tried again. */
  void postpone(Leased leased, Instant due) throws SQLException;
}
