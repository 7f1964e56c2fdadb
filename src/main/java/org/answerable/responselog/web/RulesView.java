package org.answerable.responselog.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.answerable.responselog.Declaration.What;
import org.answerable.responselog.Entry.DeclarationChanged;
import org.jspecify.annotations.Nullable;

/**
 * The rules that the log names before they count, in the words of a page.
 *
 * @param now what counts, a part each
 * @param changes of it, the latest first
 */
public record RulesView(List<Part> now, List<Change> changes) {
  /** How long a change is told on the log's first page. */
  private static final int NEWS_DAYS = 90;

  /** How many of them. */
  private static final int NEWS = 3;

  /** As many as a page has room for; older ones stand in the log. */
  private static final int CHANGES = 20;

  public RulesView {
    now = List.copyOf(now);
    changes = List.copyOf(changes);
  }

  /**
   * A part that counts.
   *
   * @param hash of what is not public itself; null: the lines say all
   */
  public record Part(String title, String since, List<Line> lines, @Nullable String hash) {}

  /**
   * What of the changes is news.
   *
   * @param more how many there are beside them
   */
  public record News(List<Change> latest, int more) {
    public News {
      latest = List.copyOf(latest);
    }
  }

  /** A rule. */
  public record Line(String name, String value) {}

  /** What was changed: no lines where it is not public itself. */
  public record Change(LocalDate day, String title, List<Line> lines) {
    public Change {
      lines = List.copyOf(lines);
    }

    /** "The deadlines changed on 3 Dec: A report: 30 working days (before: 14 working days)". */
    public String sentence() {
      return lines.isEmpty()
          ? title
          : title
              + ": "
              + String.join(
                  ", ", lines.stream().map(line -> line.name + ": " + line.value).toList());
    }
  }

  /**
   * @param said by the log, the oldest first
   */
  static RulesView of(List<DeclarationChanged> said, Reader reader) {
    var ruleLines = new RuleLines(reader);
    Map<What, DeclarationChanged> last = new EnumMap<>(What.class);
    Map<What, Map<String, Line>> before = new EnumMap<>(What.class);
    List<Change> changes = new ArrayList<>();
    for (DeclarationChanged one : said) {
      Map<String, Line> lines = ruleLines.of(one);
      Map<String, Line> earlier = before.put(one.what(), lines);
      if (earlier != null) {
        changes.addFirst(change(one, earlier, lines, reader));
      }
      last.put(one.what(), one);
    }
    List<Part> now =
        last.values().stream()
            .map(one -> part(one, before.getOrDefault(one.what(), Map.of()), reader))
            .toList();
    return new RulesView(now, changes);
  }

  private static Part part(DeclarationChanged one, Map<String, Line> lines, Reader reader) {
    return new Part(
        reader.texts().get("rules." + one.what().word()),
        reader.texts().get("rules.since", reader.day(one.day())),
        List.copyOf(lines.values()),
        one.declared() == null ? HexFormat.of().formatHex(one.hash()) : null);
  }

  private static Change change(
      DeclarationChanged one, Map<String, Line> before, Map<String, Line> after, Reader reader) {
    List<Line> other = new ArrayList<>();
    after.forEach(
        (rule, is) -> {
          Line was = before.get(rule);
          if (was == null) {
            other.add(is);
          } else if (!was.value.equals(is.value)) {
            other.add(new Line(is.name, reader.texts().get("rules.before", is.value, was.value)));
          }
        });
    before.forEach(
        (rule, was) -> {
          if (!after.containsKey(rule)) {
            other.add(new Line(was.name, reader.texts().get("rules.no-more", was.value)));
          }
        });
    String title = reader.texts().get("rules.changed." + one.what().word(), reader.day(one.day()));
    return new Change(one.day(), title, other);
  }

  /** The latest changes; older ones stand in the log. */
  public List<Change> shown() {
    return changes.subList(0, Math.min(CHANGES, changes.size()));
  }

  /** How many are not shown. */
  public int older() {
    return changes.size() - shown().size();
  }

  /** The latest changes, as long as they are news. */
  News news(LocalDate today) {
    List<Change> all =
        changes.stream().filter(one -> one.day.plusDays(NEWS_DAYS).isAfter(today)).toList();
    List<Change> latest = all.subList(0, Math.min(NEWS, all.size()));
    return new News(latest, all.size() - latest.size());
  }
}
