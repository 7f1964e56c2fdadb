package org.answerable.responselog;

import java.time.LocalDate;

/** Who may vote in a poll: public before anybody votes. */
public sealed interface Eligible {
  /** Anybody who writes. Phones are shared and senders can be forged, so such a poll advises. */
  record Anybody() implements Eligible {}

  /**
   * Whoever wrote before a day, and is known since. It advises too.
   *
   * @param day a Monday, for of a person the week is kept in which they first wrote
   */
  record WroteBefore(LocalDate day) implements Eligible {}

  /**
   * Whoever holds a printed code, each for one vote.
   *
   * @param printed how many there are
   * @param election representatives are elected: for that nothing less will do
   */
  record Codes(int printed, boolean election) implements Eligible {}
}
