package org.answerable.constituent;

/**
 * What a person chose; sealed under their own key.
 *
 * @param language BCP 47
 * @param silent whoever else reads the phone must see nothing of us: not even what a stopped person
 *     is told, until START
 */
public record Settings(String language, AnswerWay way, boolean silent) {
  /** What somebody chose who did not ask for silence. */
  public Settings(String language, AnswerWay way) {
    this(language, way, false);
  }

  public Settings withLanguage(String other) {
    return new Settings(other, way, silent);
  }

  public Settings withWay(AnswerWay other) {
    return new Settings(language, other, silent);
  }

  public Settings withSilence(boolean other) {
    return new Settings(language, way, other);
  }
}
