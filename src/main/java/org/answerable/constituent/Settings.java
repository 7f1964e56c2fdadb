package org.answerable.constituent;

import org.jspecify.annotations.Nullable;

/**
 * What a person chose; sealed under their own key.
 *
 * @param language BCP 47
 * @param silent whoever else reads the phone must see nothing of us: not even what a stopped person
 *     is told, until START
 * @param quiet when nothing is sent; null: never so
 * @param pin what a PIN is checked against: {@link PinVerifier}; null: there is none
 */
public record Settings(
    String language,
    AnswerWay way,
    boolean silent,
    @Nullable QuietHours quiet,
    @Nullable String pin) {
  private static final int FIELDS = 6;

  /** What somebody chose who did not ask for silence. */
  public Settings(String language, AnswerWay way) {
    this(language, way, false, null, null);
  }

  public Settings withLanguage(String other) {
    return new Settings(other, way, silent, quiet, pin);
  }

  public Settings withWay(AnswerWay other) {
    return new Settings(language, other, silent, quiet, pin);
  }

  public Settings withSilence(boolean other) {
    return new Settings(language, way, other, quiet, pin);
  }

  public Settings withQuiet(@Nullable QuietHours other) {
    return new Settings(language, way, silent, other, pin);
  }

  public Settings withPin(String verifier) {
    return new Settings(language, way, silent, quiet, verifier);
  }

  /** As it is kept, before it is sealed. */
  String kept() {
    String hours = quiet == null ? "\n" : quiet.from() + "\n" + quiet.until();
    return String.join(
        "\n", language, way.name(), Boolean.toString(silent), hours, pin == null ? "" : pin);
  }

  /** What {@link #kept} gave. */
  static Settings ofKept(String kept) {
    String[] parts = kept.split("\n", FIELDS);
    QuietHours quiet =
        parts[3].isEmpty()
            ? null
            : new QuietHours(Integer.parseInt(parts[3]), Integer.parseInt(parts[4]));
    return new Settings(
        parts[0],
        AnswerWay.valueOf(parts[1]),
        Boolean.parseBoolean(parts[2]),
        quiet,
        parts[5].isEmpty() ? null : parts[5]);
  }

  @Override
  public String toString() {
    return "Settings[" + language + ", " + way + ", redacted]";
  }
}
