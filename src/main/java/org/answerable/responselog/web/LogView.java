package org.answerable.responselog.web;

import java.util.Arrays;
import java.util.Locale;
import org.answerable.responselog.PublicLog.Filter;
import org.answerable.responselog.PublicLog.Standing;
import org.jspecify.annotations.Nullable;

/** Which part of the log is read, as its address says it. What no address can mean is left out. */
public record LogView(
    Reader reader, @Nullable String topic, @Nullable Standing standing, long before) {
  static LogView of(
      Reader reader, @Nullable String topic, @Nullable String status, @Nullable String before) {
    return new LogView(
        reader,
        topic != null && reader.organisation().topic(topic).isPresent() ? topic : null,
        Arrays.stream(Standing.values())
            .filter(standing -> word(standing).equals(status))
            .findFirst()
            .orElse(null),
        before != null && before.matches("[0-9]{1,18}") ? Long.parseLong(before) : Long.MAX_VALUE);
  }

  public static String word(Standing standing) {
    return standing.name().toLowerCase(Locale.ROOT);
  }

  public Filter filter() {
    return new Filter(topic, standing, reader.today());
  }

  public boolean first() {
    return before == Long.MAX_VALUE;
  }

  /** The address of this part. */
  public String query() {
    return query(topic, standing, first() ? null : before);
  }

  /** The address of the same topic with another status. */
  public String with(@Nullable Standing other) {
    return reader.link("/log" + query(topic, other, null));
  }

  /** The address of the same status with another topic. */
  public String about(@Nullable String other) {
    return reader.link("/log" + query(other, standing, null));
  }

  /** The address of what is older than a feedback. */
  public String olderThan(long opened) {
    return reader.link("/log" + query(topic, standing, opened));
  }

  private static String query(
      @Nullable String topic, @Nullable Standing standing, @Nullable Long before) {
    var query = new StringBuilder();
    add(query, "topic", topic);
    add(query, "status", standing == null ? null : word(standing));
    add(query, "before", before);
    return query.toString();
  }

  private static void add(StringBuilder query, String name, @Nullable Object value) {
    if (value != null) {
      query.append(query.isEmpty() ? '?' : '&').append(name).append('=').append(value);
    }
  }
}
