package org.answerable.organisation;

import java.util.List;
import org.answerable.platform.Nearest;

/** The sentences that several problems share. */
final class Words {
  private Words() {}

  static String wrongForm(String what, String form) {
    return what + " has the wrong form; write " + form;
  }

  static String tooLong(String what, int chars, int maxChars) {
    return what + " has " + chars + " characters; shorten it to " + maxChars;
  }

  static String tooMany(String key, int items, int maxItems) {
    return "\"" + key + "\" has " + items + " items; keep at most " + maxItems;
  }

  /** What to do about an unknown word. */
  static String nearest(String word, List<String> known) {
    return Nearest.to(word, known);
  }
}
