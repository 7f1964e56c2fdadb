package org.answerable.responselog;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an organisation says of itself. Its text is lines of {@code name: value}, so that pages show
 * the names in the reader's language; each name once, the order is the form's.
 *
 * @param about {@link #GOVERNANCE}, {@link #FUNDING} or {@link #CLOSED}
 * @param role that says it
 * @param text null: it was removed
 * @param from the first day on which the office is closed
 * @param until the last
 * @param hash of its text, in hex: what names it
 * @param amends hash of the statement that it amends; null: none
 */
public record PublicStatement(
    String about,
    String role,
    LocalDate day,
    @Nullable PublicText text,
    @Nullable LocalDate from,
    @Nullable LocalDate until,
    String hash,
    @Nullable String amends) {
  public static final String GOVERNANCE = "governance";
  public static final String FUNDING = "funding";

  /** Days on which the office is closed; they move no deadline. */
  public static final String CLOSED = "closed";

  private static final String BETWEEN = ": ";

  /** The lines of a text, as {@link #text(Map)} wrote them; what is none is left out. */
  public Map<String, String> values() {
    Map<String, String> values = new LinkedHashMap<>();
    if (text != null) {
      text.text()
          .lines()
          .map(line -> line.split(BETWEEN, 2))
          .filter(parts -> parts.length == 2)
          .forEach(parts -> values.putIfAbsent(parts[0], parts[1]));
    }
    return values;
  }

  /** The text of some values, in their order; one line each, empty ones are left out. */
  public static String text(Map<String, String> values) {
    var text = new StringBuilder();
    values.forEach(
        (name, value) -> {
          if (!value.isBlank()) {
            text.append(name).append(BETWEEN).append(value.replace('\n', ' ')).append('\n');
          }
        });
    return text.toString().strip();
  }

  /** Where they stand. */
  public interface All {
    /** The latest first; at most so many. */
    List<PublicStatement> of(String organisation, int limit);
  }
}
