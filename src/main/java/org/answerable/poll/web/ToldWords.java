package org.answerable.poll.web;

import org.answerable.platform.web.PageTexts;
import org.answerable.poll.Told;

/** Counts in the words of a page, as far as they are told. */
final class ToldWords {
  private ToldWords() {}

  static String of(Told told, PageTexts texts) {
    return switch (told.kind()) {
      case EXACTLY -> told.number();
      case AT_LEAST -> texts.get("poll.told.at-least", told.number());
      case FEWER_THAN -> texts.get("poll.told.fewer", told.number());
      case NOTHING -> texts.get("poll.told.not");
    };
  }
}
