package org.answerable.responselog;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.UUID;
import java.util.function.BinaryOperator;

/**
 * What the log does for a feedback that is closed to the public. No entry tells of it, and until a
 * quarter is over it looks like any other that nobody answers: whoever watches does not learn when
 * one turned out to accuse somebody, nor which one of those that are late. Called at slots only,
 * like everything that the public can see.
 */
public interface Closing {
  /**
   * The id under which it waits for its slot that a feedback is late. Whoever finds it, and whether
   * it is closed by then or not, it waits once.
   */
  static UUID late(String reference) {
    return UUID.nameUUIDFromBytes(("late/" + reference).getBytes(StandardCharsets.UTF_8));
  }

  /** The same of a promise, or of a referral. */
  static UUID late(String reference, byte[] what) {
    return late(reference + HexFormat.of().formatHex(what));
  }

  /** Closes it, if it was opened before; with the intake's login. */
  void close(Connection tx, String organisation, String reference, LocalDate day);

  /**
   * Its receipt says that it was answered; with the intake's login.
   *
   * @param commitment of its first part
   * @param day of the first response
   */
  void answered(Connection tx, String organisation, byte[] commitment, LocalDate day);

  /**
   * Says in the log that closed ones are late, and their promises not kept, as it is said of all
   * others on that day. However often it is called, once each.
   *
   * @param nextRole who gets what is late, by topic and by who has it, as far as the public knows
   * @return how many entries were left for the next slot
   */
  int tellLate(String organisation, LocalDate today, BinaryOperator<String> nextRole)
      throws SQLException;
}
