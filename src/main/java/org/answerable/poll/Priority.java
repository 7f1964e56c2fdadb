package org.answerable.poll;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One of the first that a poll has chosen, of which leaders must say what they will do.
 *
 * @param poll the poll's reference
 * @param due the day by which they say so
 * @param answered the day on which they did; null: not yet
 * @param promise what they promised; null: nothing
 */
public record Priority(
    String organisation,
    String poll,
    int option,
    LocalDate due,
    @Nullable LocalDate answered,
    @Nullable Promise promise) {
  /**
   * @param what its hash, as the log has it
   * @param due the day for which it was promised
   * @param kept whether it was kept, late or not
   */
  public record Promise(byte[] what, LocalDate due, boolean kept) {}

  /** Whether leaders can say that a promise was kept. */
  public boolean isPromised() {
    return promise != null && !promise.kept;
  }
}
