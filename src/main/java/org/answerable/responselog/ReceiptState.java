package org.answerable.responselog;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What anybody with a receipt may know.
 *
 * @param due null: nothing is due (praise)
 * @param answered the day of the first response
 * @param withdrawn the day on which its holder took it back; then the rest counts no more
 * @param index of its commitment in the log; null until a slot has put it there
 */
public record ReceiptState(
    LocalDate day,
    @Nullable LocalDate due,
    @Nullable LocalDate answered,
    @Nullable LocalDate withdrawn,
    @Nullable Long index) {

  /** Where only the state counts. */
  public ReceiptState(
      LocalDate day,
      @Nullable LocalDate due,
      @Nullable LocalDate answered,
      @Nullable LocalDate withdrawn) {
    this(day, due, answered, withdrawn, null);
  }

  /** Past its day without an answer. */
  public boolean late(LocalDate today) {
    return answered == null && due != null && due.isBefore(today);
  }
}
