package org.answerable.responselog;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What anybody with a receipt may know.
 *
 * @param due null: nothing is due (praise)
 * @param answered the day of the first response
 */
public record ReceiptState(LocalDate day, @Nullable LocalDate due, @Nullable LocalDate answered) {

  /** Past its day without an answer. */
  public boolean late(LocalDate today) {
    return answered == null && due != null && due.isBefore(today);
  }
}
