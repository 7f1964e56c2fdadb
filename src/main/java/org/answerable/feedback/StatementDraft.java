package org.answerable.feedback;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.answerable.responselog.PublicStatement;
import org.jspecify.annotations.Nullable;

/**
 * A statement as a form brings it, perhaps incomplete.
 *
 * @param about as in {@link PublicStatement#about}
 * @param values by the names of the form's fields; of a tier its size in {@code board}, and what is
 *     said of it in {@code board-share}
 * @param from of days on which the office is closed
 * @param until the last of them
 */
public record StatementDraft(
    String about, Map<String, String> values, @Nullable LocalDate from, @Nullable LocalDate until) {
  /** What is asked about governance, beside the tiers. */
  public static final List<String> GOVERNANCE =
      List.of("agreed", "counted", "terms", "conflicts", "access");

  /** What is asked about money. */
  public static final List<String> FUNDING =
      List.of("period", "sources", "targets", "line", "requests");

  /** Why the office is closed. */
  public static final List<String> CLOSED = List.of("reason");

  public StatementDraft {
    var clean = new LinkedHashMap<String, String>();
    values.forEach((name, value) -> clean.put(name, Words.clean(value).replace('\n', ' ')));
    values = Map.copyOf(clean);
  }

  /** What stops it. */
  public enum Lack {
    NO_ABOUT,
    EMPTY,
    TOO_LONG,
    /** A tier without how many people it has, or with none. */
    NO_SIZE,
    NO_DAYS,
    /** What it amends is no statement of that kind. */
    NOTHING_TO_AMEND
  }

  /** Empty: {@link #text} is what is published. */
  public List<Lack> lacks(LocalDate today) {
    var lacks = new ArrayList<Lack>();
    if (names().isEmpty()) {
      lacks.add(Lack.NO_ABOUT);
    } else if (text().isEmpty()) {
      lacks.add(Lack.EMPTY);
    }
    if (values.values().stream().anyMatch(value -> value.length() > FeedbackLimits.LINE_CHARS)) {
      lacks.add(Lack.TOO_LONG);
    }
    if (about.equals(PublicStatement.GOVERNANCE) && !hasSizes()) {
      lacks.add(Lack.NO_SIZE);
    }
    if (about.equals(PublicStatement.CLOSED) && !hasDays(today)) {
      lacks.add(Lack.NO_DAYS);
    }
    return lacks;
  }

  /** What is published, line by line. */
  public String text() {
    var lines = new LinkedHashMap<String, String>();
    if (about.equals(PublicStatement.GOVERNANCE)) {
      for (Tier tier : Tier.values()) {
        Integer size = size(tier);
        if (size != null) {
          lines.put(tier.word(), size + " " + share(tier, size).word());
        }
      }
    }
    names().forEach(name -> lines.put(name, values.getOrDefault(name, "")));
    return PublicStatement.text(lines);
  }

  /** Whatever a form says: of a small tier nothing is. */
  private Tier.Share share(Tier tier, int size) {
    if (size < Tier.LEAST) {
      return Tier.Share.TOO_SMALL;
    }
    return switch (values.getOrDefault(tier.word() + "-share", "")) {
      case "more-than-half" -> Tier.Share.MORE_THAN_HALF;
      case "not-more-than-half" -> Tier.Share.NOT_MORE_THAN_HALF;
      default -> Tier.Share.NOT_STATED;
    };
  }

  /** Not every organisation has all tiers: none means that it has none. */
  private boolean hasSizes() {
    boolean all = true;
    boolean any = false;
    for (Tier tier : Tier.values()) {
      boolean typed = !values.getOrDefault(tier.word(), "").isBlank();
      all &= !typed || size(tier) != null;
      any |= size(tier) != null;
    }
    return all && any;
  }

  private @Nullable Integer size(Tier tier) {
    String typed = values.getOrDefault(tier.word(), "").strip();
    return typed.matches("[1-9][0-9]{0,6}") ? Integer.valueOf(typed) : null;
  }

  private boolean hasDays(LocalDate today) {
    return from != null
        && until != null
        && !until.isBefore(from)
        && !until.isBefore(today)
        && !until.isAfter(from.plusDays(FeedbackLimits.CLOSED_DAYS));
  }

  private List<String> names() {
    return switch (about) {
      case PublicStatement.GOVERNANCE -> GOVERNANCE;
      case PublicStatement.FUNDING -> FUNDING;
      case PublicStatement.CLOSED -> CLOSED;
      default -> List.of();
    };
  }

  @Override
  public String toString() {
    return "StatementDraft[redacted]";
  }
}
