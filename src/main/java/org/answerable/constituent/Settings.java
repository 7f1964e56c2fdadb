package org.answerable.constituent;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import org.jspecify.annotations.Nullable;

/**
 * What a person chose; sealed under their own key.
 *
 * @param language BCP 47
 * @param languageChosen by LANG; else it is the organisation's first, or that of the last word by
 *     which they told theirs
 * @param silent whoever else reads the phone must see nothing of us: not even what a stopped person
 *     is told, until START
 * @param quiet when nothing is sent; null: never so
 * @param pin what a PIN is checked against: {@link PinVerifier}; null: there is none
 * @param votes they want to hear of polls
 * @param since the Monday of the week in which they first wrote, as far as that is known; null: not
 */
public record Settings(
    String language,
    boolean languageChosen,
    AnswerWay way,
    boolean silent,
    @Nullable QuietHours quiet,
    @Nullable String pin,
    boolean votes,
    @Nullable LocalDate since) {
  private static final int FIELDS = 9;

  /** What was kept before the last two were. */
  private static final int FIELDS_BEFORE = 7;

  /** What somebody chose who chose no language, and did not ask for silence. */
  public Settings(String language, AnswerWay way) {
    this(language, false, way, false, null, null, false, null);
  }

  /** They asked for it, and keep it until they ask for another. */
  public Settings choosing(String other) {
    return new Settings(other, true, way, silent, quiet, pin, votes, since);
  }

  /** They used a word of that language; whoever chose one keeps it. */
  public Settings hearing(String other) {
    return languageChosen
        ? this
        : new Settings(other, false, way, silent, quiet, pin, votes, since);
  }

  public Settings withWay(AnswerWay other) {
    return new Settings(language, languageChosen, other, silent, quiet, pin, votes, since);
  }

  public Settings withSilence(boolean other) {
    return new Settings(language, languageChosen, way, other, quiet, pin, votes, since);
  }

  public Settings withQuiet(@Nullable QuietHours other) {
    return new Settings(language, languageChosen, way, silent, other, pin, votes, since);
  }

  public Settings withPin(String verifier) {
    return new Settings(language, languageChosen, way, silent, quiet, verifier, votes, since);
  }

  public Settings withVotes(boolean other) {
    return new Settings(language, languageChosen, way, silent, quiet, pin, other, since);
  }

  /** They wrote on that day; what was known of an earlier week stays. */
  public Settings knownSince(LocalDate day) {
    LocalDate monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    return since == null
        ? new Settings(language, languageChosen, way, silent, quiet, pin, votes, monday)
        : this;
  }

  /**
   * @param day a Monday
   */
  public boolean wroteBefore(LocalDate day) {
    return since != null && since.isBefore(day);
  }

  /** As it is kept, before it is sealed. */
  String kept() {
    String hours = quiet == null ? "\n" : quiet.from() + "\n" + quiet.until();
    return String.join(
        "\n",
        language,
        Boolean.toString(languageChosen),
        way.name(),
        Boolean.toString(silent),
        hours,
        pin == null ? "" : pin,
        Boolean.toString(votes),
        since == null ? "" : since.toString());
  }

  /** What {@link #kept} gave. */
  static Settings ofKept(String kept) {
    String[] parts = kept.split("\n", FIELDS);
    boolean later = parts.length > FIELDS_BEFORE;
    QuietHours quiet =
        parts[4].isEmpty()
            ? null
            : new QuietHours(Integer.parseInt(parts[4]), Integer.parseInt(parts[5]));
    return new Settings(
        parts[0],
        Boolean.parseBoolean(parts[1]),
        AnswerWay.valueOf(parts[2]),
        Boolean.parseBoolean(parts[3]),
        quiet,
        parts[6].isEmpty() ? null : parts[6],
        later && Boolean.parseBoolean(parts[7]),
        later && !parts[8].isEmpty() ? LocalDate.parse(parts[8]) : null);
  }

  @Override
  public String toString() {
    return "Settings[" + language + ", " + way + ", redacted]";
  }
}
