package org.answerable.responselog.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.answerable.organisation.Topic;
import org.answerable.responselog.PublicLog.Filter;
import org.answerable.responselog.PublicLog.Standing;
import org.jspecify.annotations.Nullable;

/**
 * Which part of the log is read, as its address says it. What no address can mean is left out.
 *
 * @param search as it was typed
 * @param before only what was opened before this index
 */
public record LogView(
    Reader reader,
    @Nullable String topic,
    @Nullable Standing standing,
    @Nullable YearMonth month,
    @Nullable String search,
    long before) {
  /** Longer words than these are in no text. */
  public static final int SEARCH_CHARS_MAX = 60;

  private static final int MONTHS_MAX = 60;

  static LogView of(Reader reader, Map<String, String> address) {
    String status = address.get("status");
    String before = address.getOrDefault("before", "");
    return new LogView(
        reader,
        topics(reader).filter(id -> id.equals(address.get("topic"))).findFirst().orElse(null),
        Arrays.stream(Standing.values())
            .filter(standing -> word(standing).equals(status))
            .findFirst()
            .orElse(null),
        month(address.get("month")),
        search(address.get("q")),
        before.matches("[0-9]{1,18}") ? Long.parseLong(before) : Long.MAX_VALUE);
  }

  /** The topics that can be in the log; what nobody sorted, too. */
  private static Stream<String> topics(Reader reader) {
    return Stream.concat(
        reader.organisation().topics().stream()
            .filter(topic -> topic.sensitivity().isPublic())
            .map(Topic::id),
        Stream.of(Topic.UNSORTED));
  }

  public List<String> topics() {
    return topics(reader).toList();
  }

  private static @Nullable YearMonth month(@Nullable String typed) {
    if (typed == null || !typed.matches("[0-9]{4}-[0-9]{2}")) {
      return null;
    }
    try {
      return YearMonth.parse(typed);
    } catch (DateTimeException none) {
      return null;
    }
  }

  private static @Nullable String search(@Nullable String typed) {
    if (typed == null || typed.isBlank() || typed.indexOf('\0') >= 0) {
      return null;
    }
    String bare = typed.strip();
    int chars = Math.min(SEARCH_CHARS_MAX, bare.codePointCount(0, bare.length()));
    return bare.substring(0, bare.offsetByCodePoints(0, chars));
  }

  /** The months that can be chosen, the latest first. */
  static List<YearMonth> months(LocalDate first, LocalDate today) {
    YearMonth earliest = YearMonth.from(first);
    return Stream.iterate(
            YearMonth.from(today), month -> !month.isBefore(earliest), m -> m.minusMonths(1))
        .limit(MONTHS_MAX)
        .toList();
  }

  public static String word(Standing standing) {
    return standing.name().toLowerCase(Locale.ROOT);
  }

  Filter filter() {
    return new Filter(
        topic,
        standing,
        month == null ? null : month.atDay(1),
        month == null ? null : month.atEndOfMonth(),
        search == null ? null : search.toLowerCase(Locale.ROOT),
        reader.today());
  }

  public boolean first() {
    return before == Long.MAX_VALUE;
  }

  /** Whether it is less than the whole log, whatever its standing. */
  public boolean filtered() {
    return topic != null || month != null || search != null;
  }

  /** The address of this part. */
  public String query() {
    return query(standing, first() ? null : before);
  }

  /** The address of the same part with another status. */
  public String with(@Nullable Standing other) {
    return reader.link("/log" + query(other, null));
  }

  /** The address of what is older than a feedback. */
  public String olderThan(long opened) {
    return reader.link("/log" + query(standing, opened));
  }

  private String query(@Nullable Standing status, @Nullable Long olderThan) {
    var query = new StringBuilder();
    add(query, "q", search);
    add(query, "topic", topic);
    add(query, "month", month);
    add(query, "status", status == null ? null : word(status));
    add(query, "before", olderThan);
    return query.toString();
  }

  private static void add(StringBuilder query, String name, @Nullable Object value) {
    if (value != null) {
      query
          .append(query.isEmpty() ? '?' : '&')
          .append(name)
          .append('=')
          .append(URLEncoder.encode(value.toString(), StandardCharsets.UTF_8));
    }
  }
}
