package org.answerable.responselog;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was promised in public, or asked of a body outside.
 *
 * @param what in words; of a referral, the body's name; null: it was removed
 * @param ownerRole who keeps it; null: a body outside has to answer
 * @param kept the day on which that happened
 * @param words what was done or answered
 * @param missed the day on which the log says that it is late
 * @param ofPoll whether it is about a priority of a poll, and the reference the poll's
 */
public record PublicPromise(
    String reference,
    @Nullable PublicText what,
    @Nullable String ownerRole,
    LocalDate made,
    LocalDate due,
    @Nullable LocalDate kept,
    @Nullable PublicText words,
    @Nullable LocalDate missed,
    boolean ofPoll) {

  public boolean isReferral() {
    return ownerRole == null;
  }

  /** Past its day, said by the log or not yet, and not kept. */
  public boolean isLate(LocalDate today) {
    return kept == null && due.isBefore(today);
  }

  /** Where they stand. */
  public interface All {
    /** What is not kept by its day, then what was kept last; at most so many. */
    List<PublicPromise> of(String organisation, LocalDate today, int limit);
  }
}
