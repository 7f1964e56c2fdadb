package org.answerable.constituent;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * When a person wants no text of ours; what comes then waits until the end.
 *
 * @param from the hour in which it begins, 0 to 23, where the organisation is
 * @param until the hour at which it ends; not the same. A smaller one is of the next day
 */
public record QuietHours(int from, int until) {
  private static final int HOURS = 24;

  public QuietHours {
    if (!isHour(from) || !isHour(until) || from == until) {
      throw new IllegalArgumentException("quiet from " + from + " until " + until);
    }
  }

  /** Of the hours that somebody wrote, 24 being midnight; empty: they can't be meant so. */
  public static Optional<QuietHours> of(int from, int until) {
    int begin = from == HOURS ? 0 : from;
    int end = until == HOURS ? 0 : until;
    return isHour(begin) && isHour(end) && begin != end
        ? Optional.of(new QuietHours(begin, end))
        : Optional.empty();
  }

  private static boolean isHour(int hour) {
    return hour >= 0 && hour < HOURS;
  }

  /** When the quiet ends that a moment is in; empty: it is in none. */
  public Optional<Instant> endOf(Instant now, ZoneId zone) {
    ZonedDateTime local = now.atZone(zone);
    if (!covers(local.getHour())) {
      return Optional.empty();
    }
    var today = local.toLocalDate().atTime(LocalTime.of(until, 0)).atZone(zone);
    var end =
        today.isAfter(local)
            ? today
            : local.toLocalDate().plusDays(1).atTime(until, 0).atZone(zone);
    return Optional.of(end.toInstant());
  }

  private boolean covers(int hour) {
    return from < until ? from <= hour && hour < until : from <= hour || hour < until;
  }
}
