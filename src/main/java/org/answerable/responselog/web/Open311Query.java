package org.answerable.responselog.web;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/**
 * What a client of Open311 asks for. An empty argument is none.
 *
 * @param ids references; empty: any
 * @param services topics; empty: any
 * @param statuses open, closed; empty: any
 * @param from the first day
 * @param to the last one; never more than {@link #SPAN_DAYS} days after the first
 */
record Open311Query(
    Set<String> ids, Set<String> services, Set<String> statuses, LocalDate from, LocalDate to) {
  /** "Default query limit is a span of 90 days or first 1000 requests returned". */
  static final int SPAN_DAYS = 90;

  static final int REQUESTS_MAX = 1000;

  /** Longer arguments than this ask for nothing that anybody needs. */
  private static final int ARGUMENT_CHARS_MAX = 2000;

  /**
   * @throws ResponseStatusException 400 for a moment that is none
   */
  static Open311Query of(Map<String, String> arguments, LocalDate today) {
    LocalDate end = day(arguments.get("end_date"));
    LocalDate start = day(arguments.get("start_date"));
    LocalDate to = end != null ? end : start != null ? start.plusDays(SPAN_DAYS - 1L) : today;
    LocalDate earliest = to.minusDays(SPAN_DAYS - 1L);
    return new Open311Query(
        list(arguments.get("service_request_id")),
        list(arguments.get("service_code")),
        list(arguments.get("status")),
        start != null && start.isAfter(earliest) ? start : earliest,
        to);
  }

  boolean wants(FeedbackView view) {
    return wanted(services, view.feedback().topic())
        && wanted(statuses, Open311.isOpen(view) ? "open" : "closed");
  }

  private static boolean wanted(Set<String> some, String one) {
    return some.isEmpty() || some.contains(one.toLowerCase(Locale.ROOT));
  }

  private static Set<String> list(@Nullable String commaSeparated) {
    if (commaSeparated == null || commaSeparated.isBlank()) {
      return Set.of();
    }
    if (commaSeparated.length() > ARGUMENT_CHARS_MAX) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
    }
    return Set.copyOf(
        Arrays.stream(commaSeparated.toLowerCase(Locale.ROOT).split(","))
            .map(String::strip)
            .toList());
  }

  /** {@code 2010-01-01T00:00:00Z}, or only its day. */
  private static @Nullable LocalDate day(@Nullable String moment) {
    if (moment == null || moment.isBlank()) {
      return null;
    }
    try {
      LocalDate day =
          moment.length() == "2010-01-01".length()
              ? LocalDate.parse(moment)
              : OffsetDateTime.parse(moment.replace(' ', '+'))
                  .withOffsetSameInstant(ZoneOffset.UTC)
                  .toLocalDate();
      if (day.getYear() < 1970 || day.getYear() > 9999) {
        throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
      }
      return day;
    } catch (DateTimeParseException odd) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
    }
  }
}
