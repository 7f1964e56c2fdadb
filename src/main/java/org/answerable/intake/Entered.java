package org.answerable.intake;

import java.time.LocalDate;

/**
 * What was entered, as far as its receipt goes.
 *
 * @param receipt eight digits
 * @param due the day that the receipt names
 * @param confidential it goes to a focal point, and no leader reads it
 * @param again the form was entered before: nothing was entered now
 */
public record Entered(String receipt, LocalDate due, boolean confidential, boolean again) {
  @Override
  public String toString() {
    return "Entered[redacted]";
  }
}
