package org.answerable.audit;

/**
 * What somebody else wrote, for a terminal: signs that would move, hide or turn text are left out.
 */
final class Shown {
  private Shown() {}

  static String of(String foreign) {
    StringBuilder shown = new StringBuilder();
    foreign.codePoints().map(sign -> isSeen(sign) ? sign : '?').forEach(shown::appendCodePoint);
    return shown.toString();
  }

  private static boolean isSeen(int sign) {
    return switch (Character.getType(sign)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
