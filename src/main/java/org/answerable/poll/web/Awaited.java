package org.answerable.poll.web;

import java.time.LocalDate;
import org.answerable.poll.Priority;

/**
 * A priority about which leaders have not said yet what they will do.
 *
 * @param reference the poll's
 * @param option its number, from 1
 * @param what the option as leaders see it
 * @param status by which day they say so, in words
 * @param mark the status's class
 */
public record Awaited(String reference, int option, String what, String status, String mark) {
  /** Of one without an answer, in its poll's row. */
  public static Awaited of(Priority one, RoomRow row, LocalDate today) {
    boolean late = one.due().isBefore(today);
    String day = row.day(one.due());
    return new Awaited(
        one.poll(),
        one.option(),
        row.options().get(one.option() - 1),
        (late ? "Late: it was due by " : "Say what you will do by ") + day,
        late ? "late" : "due");
  }
}
