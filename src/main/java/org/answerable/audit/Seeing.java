package org.answerable.audit;

/**
 * What is seen of a text: without blanks, hidden signs, apostrophes and all but the first marks on
 * a letter. Tables may leave those out or put them in, so that no cell starts a formula and no text
 * turns the order of another; nothing else.
 */
final class Seeing {
  /** Of marks on one letter. */
  private static final int MARKS_MAX = 4;

  private Seeing() {}

  static String of(String text) {
    var seen = new StringBuilder(text.length());
    int marks = 0;
    for (int sign : text.codePoints().filter(Seeing::isSeen).toArray()) {
      int type = Character.getType(sign);
      boolean mark = type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
      marks = mark ? marks + 1 : 0;
      if (marks <= MARKS_MAX) {
        seen.appendCodePoint(sign);
      }
    }
    return seen.toString();
  }

  private static boolean isSeen(int sign) {
    return switch (Character.getType(sign)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.UNASSIGNED,
          Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> sign != '\'';
    };
  }
}
