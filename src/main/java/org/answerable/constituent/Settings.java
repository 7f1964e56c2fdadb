package org.answerable.constituent;

/**
 * What a person chose; sealed under their own key.
 *
 * @param language BCP 47
 */
public record Settings(String language, AnswerWay way) {
  public Settings withLanguage(String other) {
    return new Settings(other, way);
  }

  public Settings withWay(AnswerWay other) {
    return new Settings(language, other);
  }
}
