package org.answerable.responselog;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What anybody with a receipt may know.
 *
 * @param due null: nothing is due (praise)
 * @param answered the day of the first response
 * @param withdrawn the day on which its holder took it back; then the rest counts no more
 */
public record ReceiptState(
    LocalDate day,
    @Nullable LocalDate due,
    @Nullable LocalDate answered,
    @Nullable LocalDate withdrawn) {

  /** Past its day without an answer. */
  public boolean late(LocalDate today) {
    return answered == null && due != null && due.isBefore(today);
  }
}
