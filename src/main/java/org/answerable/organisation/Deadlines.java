package org.answerable.organisation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** By which day a leader must answer: working days of the organisation, due at the day's end. */
public final class Deadlines {
  /** Working days for what is disputed (what the field proposes). */
  public static final int DISPUTED_DAYS = 14;

  private final Organisation organisation;

  public Deadlines(Organisation organisation) {
    this.organisation = organisation;
  }

  /**
   * The day by which an answer is due, or null for praise, which is never overdue.
   *
   * @param topic an id of the organisation's, or {@link Topic#UNSORTED}
   */
  public @Nullable LocalDate due(LocalDate asked, Kind kind, String topic) {
    if (kind == Kind.PRAISE) {
      return null;
    }
    Integer days =
        organisation
            .topic(topic)
            .filter(known -> kind == Kind.REPORT)
            .map(Topic::reportDays)
            .orElse(organisation.kindDays().get(kind));
    if (days == null) {
      throw new IllegalStateException("no days for " + kind.word() + " about " + topic);
    }
    return after(asked, days);
  }

  /**
   * The day by which an answer that did not help is due anew: {@link #DISPUTED_DAYS}, whatever it
   * is about.
   */
  public LocalDate disputed(LocalDate day) {
    return after(day, DISPUTED_DAYS);
  }

  /** Whether a kind has a deadline in its configuration, or needs none. */
  public boolean know(Kind kind) {
    return kind == Kind.PRAISE || organisation.kindDays().containsKey(kind);
  }

  /** The latest day that any topic and kind allow. A receipt names it; it only becomes shorter. */
  public LocalDate longest(LocalDate asked) {
    int days =
        organisation.kindDays().entrySet().stream()
            .filter(entry -> entry.getKey() != Kind.PRAISE)
            .mapToInt(java.util.Map.Entry::getValue)
            .max()
            .orElseThrow();
    int topicDays =
        organisation.topics().stream()
            .map(Topic::reportDays)
            .filter(java.util.Objects::nonNull)
            .mapToInt(Integer::intValue)
            .max()
            .orElse(0);
    return after(asked, Math.max(days, topicDays));
  }

  /** The day that is so many working days after another. */
  public LocalDate after(LocalDate day, int workingDays) {
    LocalDate result = day;
    for (int left = workingDays; left > 0; ) {
      result = result.plusDays(1);
      if (organisation.workingDays().contains(result.getDayOfWeek())) {
        left--;
      }
    }
    return result;
  }
}
