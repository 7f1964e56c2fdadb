package org.answerable.responselog;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.answerable.organisation.Kind;
import org.jspecify.annotations.Nullable;

/**
 * A feedback as anybody may read it.
 *
 * @param opened index of its opened entry: later ones are newer
 * @param day when it was asked
 * @param role who was asked first
 * @param withRole who has it now
 * @param due null: nothing is due (praise)
 * @param words null: not published
 * @param closed since when it is closed to the public, after it was opened: null: it is not
 * @param waitsSince since when its sender is asked a question back; null: they are not
 * @param echoes how many say at least that it happened to them too; 0: fewer than are told
 */
public record PublicFeedback(
    String reference,
    long opened,
    LocalDate day,
    Kind kind,
    String topic,
    String role,
    String withRole,
    String status,
    @Nullable LocalDate due,
    @Nullable LocalDate responded,
    @Nullable String decision,
    @Nullable PublicText words,
    @Nullable PublicText response,
    @Nullable LocalDate closed,
    @Nullable LocalDate waitsSince,
    int echoes) {
  /** For how many days the clock waits at most for a sender who was asked a question back. */
  public static final int WAITS_DAYS = 7;

  /** The status of what its sender took back. */
  public static final String WITHDRAWN = "withdrawn";

  /** The status of what was answered, and its sender says that it did not help. */
  public static final String DISPUTED = "disputed";

  /** The status of what is closed to the public, when its day and the quarter are over. */
  public static final String CLOSED = "closed";

  /**
   * As it is shown on a day. What was closed to the public looks like any other that waits, or is
   * late, until the first day of a quarter: then all such are neither overdue nor due, at once.
   */
  public PublicFeedback shownOn(LocalDate today) {
    return isShownClosed(today)
        ? new PublicFeedback(
            reference, opened, day, kind, topic, role, withRole, CLOSED, null, null, null, words,
            null, closed, null, echoes)
        : this;
  }

  private boolean isShownClosed(LocalDate today) {
    LocalDate quarter = Quarter.firstDay(today);
    return closed != null
        && closed.isBefore(quarter)
        && pastDue(today)
        && due != null
        && due.isBefore(quarter);
  }

  public boolean isWithdrawn() {
    return status.equals(WITHDRAWN);
  }

  /** Whether the clock waits for its sender. */
  public boolean waitsForSender(LocalDate today) {
    return responded == null
        && waitsSince != null
        && !today.isAfter(waitsSince.plusDays(WAITS_DAYS));
  }

  /** Unanswered past its day. Read from the days, so that it is true before the sweep says so. */
  public boolean overdue(LocalDate today) {
    return pastDue(today) && !isShownClosed(today);
  }

  private boolean pastDue(LocalDate today) {
    return responded == null && due != null && due.isBefore(today);
  }

  /** Calendar days from asked until answered, or until today. */
  public long days(LocalDate today) {
    return ChronoUnit.DAYS.between(day, responded == null ? today : responded);
  }

  /** Calendar days past the due day; 0 if it was or still is in time. */
  public long daysLate(LocalDate today) {
    LocalDate end = responded == null ? today : responded;
    return due == null ? 0 : Math.max(0, ChronoUnit.DAYS.between(due, end));
  }
}
