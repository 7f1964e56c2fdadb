package org.answerable.leader;

import java.text.Normalizer;
import java.util.List;

/** The names by which leaders sign in and read of each other. */
final class Names {
  static final int MIN_CHARS = 2;
  static final int MAX_CHARS = 60;

  private Names() {}

  /** As it is kept: one form for the same letters, no space around it. */
  static String tidy(String typed) {
    return Normalizer.normalize(typed, Normalizer.Form.NFC).strip();
  }

  static List<Problem> check(String name) {
    if (name.length() < MIN_CHARS || name.length() > MAX_CHARS) {
      return List.of(
          new Problem(
              "name", "Use %d to %d letters for the name.".formatted(MIN_CHARS, MAX_CHARS)));
    }
    boolean printable = name.codePoints().allMatch(Names::visible);
    return printable
        ? List.of()
        : List.of(new Problem("name", "Use letters, digits, spaces and . - ' in the name only."));
  }

  /** No control and no bidirectional marks: a name must not look like another one. */
  private static boolean visible(int sign) {
    return Character.isLetterOrDigit(sign)
        || Character.getType(sign) == Character.NON_SPACING_MARK
        || " .-'’".indexOf(sign) >= 0;
  }
}
