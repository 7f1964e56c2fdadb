package org.answerable.responselog.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.answerable.responselog.PublicStatement;

/**
 * A statement in the words of a page.
 *
 * @param others all that stand there, so that each names the one that it amends
 */
public record StatementView(
    PublicStatement statement, List<PublicStatement> others, Reader reader) {
  private static final Set<String> TIERS =
      Set.of("board", "leadership", "staff", "spokespeople", "members", "volunteers");

  /** A name and what is said of it. */
  public record Line(String name, String value) {}

  /** "Stated on 1 Nov by: board." */
  public String head() {
    return reader
        .texts()
        .get("statement.head", reader.day(statement.day()), reader.role(statement.role()));
  }

  /** "Amends what was stated on 1 Nov. Amended on 3 Dec."; empty: neither. */
  public String amended() {
    var said = new ArrayList<String>();
    others.stream()
        .filter(one -> one.hash().equals(statement.amends()))
        .forEach(one -> said.add(text("statement.amends", one)));
    others.stream()
        .filter(one -> statement.hash().equals(one.amends()))
        .forEach(one -> said.add(text("statement.amended", one)));
    return String.join(" ", said);
  }

  private String text(String key, PublicStatement one) {
    return reader.texts().get(key, reader.day(one.day()));
  }

  /** "24 Dec to 2 Jan". */
  public String days() {
    LocalDate from = statement.from();
    LocalDate until = statement.until();
    if (from == null || until == null) {
      return "";
    }
    return from.equals(until)
        ? reader.day(from)
        : reader.texts().get("statement.days", reader.day(from), reader.day(until));
  }

  /** Whether it is about days that are not over. */
  public boolean isAhead() {
    LocalDate until = statement.until();
    return until != null && !until.isBefore(reader.today());
  }

  /** What is said of each tier, in the reader's language. */
  public List<Line> tiers() {
    return some(true).map(one -> new Line(name(one), tier(one.getValue()))).toList();
  }

  /** All else that it says, each name in the reader's language. */
  public List<Line> lines() {
    return some(false).map(one -> new Line(name(one), one.getValue())).toList();
  }

  private Stream<Map.Entry<String, String>> some(boolean tiers) {
    return statement.values().entrySet().stream()
        .filter(one -> TIERS.contains(one.getKey()) == tiers);
  }

  private String name(Map.Entry<String, String> one) {
    return reader.texts().get("statement." + one.getKey());
  }

  /** "14: more than half", from {@code 14 more-than-half}. */
  private String tier(String value) {
    String[] parts = value.split(" ", 2);
    return parts.length == 2
        ? parts[0] + ": " + reader.texts().get("statement.share." + parts[1])
        : value;
  }
}
