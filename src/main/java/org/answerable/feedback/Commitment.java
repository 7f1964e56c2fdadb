package org.answerable.feedback;

import java.time.LocalDate;

/**
 * What a response with {@link Decision#WILL_DO} promises.
 *
 * @param what in words, public
 * @param ownerRole the role that has to keep it
 * @param due the day by which it is kept
 */
public record Commitment(String what, String ownerRole, LocalDate due) {

  @Override
  public String toString() {
    return "Commitment[redacted]";
  }
}
