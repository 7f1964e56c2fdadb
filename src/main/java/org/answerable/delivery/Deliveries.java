package org.answerable.delivery;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The outbox as a worker sees it. A lease that has ended is worth nothing: what its holder does
 * after that changes nothing here.
 */
public interface Deliveries {
  /**
   * Takes messages that are due and nobody else has: one of each organisation in turn, of each the
   * longest due first; of one feedback only the earliest response that isn't closed.
   *
   * @param places how many of each organisation at most; of one that is not named none
   */
  List<Leased> lease(int limit, Map<String, Integer> places, Instant now, Duration lease)
      throws SQLException;

  /**
   * Notes that it goes to the provider now. If nothing is noted after it, it is in doubt.
   *
   * @return false when the lease has ended and somebody else has it: it must not be sent
   */
  boolean begin(Leased leased, Instant now) throws SQLException;

  /**
   * Notes what became of it, for good, and forgets it, or sets it aside for {@link Doubts}.
   *
   * @param aside why; no words, no address. Null: nobody can do anything about it
   */
  void close(Leased leased, DeliveryOutcome outcome, @Nullable String aside, LocalDate day)
      throws SQLException;

  /**
   * Nothing is sent before a moment: nobody takes it until then. It is no try, and stays as it is.
   */
  void hold(Leased leased, Instant until) throws SQLException;

  /** What waits now, of all organisations. */
  Backlog backlog(Instant now);

  /** Notes that the person was told that it waits for their next text. */
  void announced(Leased leased) throws SQLException;

  /** Gives it back, to be tried again. */
  void postpone(Leased leased, Instant due) throws SQLException;

  /**
   * Forgets what somebody decided to leave as it is, and leaves what is set aside since before a
   * day.
   */
  void dropLeft(LocalDate before) throws SQLException;
}
