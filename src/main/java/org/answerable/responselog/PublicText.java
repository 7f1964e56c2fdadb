package org.answerable.responselog;

import java.text.Normalizer;

/**
 * Words of somebody, made safe for every page, feed and file, in this one place: without control
 * characters, without signs that turn the order of what stands around them, and without what XML
 * can't hold. Markup needs nothing here: templates and feeds escape it.
 */
public record PublicText(String text) {
  /** What a spreadsheet takes for the start of a formula, after full-width forms are folded. */
  private static final String FORMULA = "=+-@\t\r";

  /** Where a program of another country takes a new cell to begin, whatever the quotes say. */
  private static final String CELL_ENDS = ";|\n";

  /**
   * Signs over or under one letter: no language needs more, and towers of them cover other lines.
   */
  private static final int MARKS_MAX = 4;

  public PublicText {
    text = clean(text);
  }

  /** In one line: nothing of it can look like a line of somebody else. */
  public String line() {
    return text.replaceAll("\\s+", " ");
  }

  /** Its first so many signs in one line; what is longer ends with dots. */
  public String start(int chars) {
    String line = line();
    return line.codePointCount(0, line.length()) <= chars
        ? line
        : line.substring(0, line.offsetByCodePoints(0, chars - 1)).strip() + "…";
  }

  /** As one cell of a table: a spreadsheet shows it, and never reckons with it. */
  public String cell() {
    return cell(text);
  }

  /** The same for a text of our own. */
  public static String cell(String text) {
    var cell = new StringBuilder(text.length());
    boolean starts = true;
    for (int at = 0; at < text.length(); at++) {
      char sign = text.charAt(at);
      if (starts && isFormula(sign)) {
        cell.append('\'');
      }
      cell.append(sign);
      starts = CELL_ENDS.indexOf(sign) >= 0 || starts && Character.isWhitespace(sign);
    }
    return cell.toString();
  }

  private static boolean isFormula(char sign) {
    String folded = Normalizer.normalize(String.valueOf(sign), Normalizer.Form.NFKC);
    return FORMULA.contains(folded);
  }

  @Override
  public String toString() {
    return text;
  }

  private static String clean(String raw) {
    var clean = new StringBuilder(raw.length());
    int marks = 0;
    for (int sign : raw.replace("\r\n", "\n").codePoints().toArray()) {
      marks = isMark(sign) ? marks + 1 : 0;
      if (marks <= MARKS_MAX) {
        append(clean, sign);
      }
    }
    return clean.toString().strip();
  }

  private static void append(StringBuilder clean, int sign) {
    if (sign == '\r' || sign == '\u0085' || sign == '\u2028' || sign == '\u2029') {
      clean.append('\n');
    } else if (sign == '\t') {
      clean.append(' ');
    } else if (sign == '\n' || !(isControl(sign) || isInvisible(sign))) {
      clean.appendCodePoint(sign);
    }
  }

  private static boolean isMark(int sign) {
    int type = Character.getType(sign);
    return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
  }

  /** Controls, halves of a pair without the other, and what is no character at all. */
  private static boolean isControl(int sign) {
    int type = Character.getType(sign);
    return type == Character.CONTROL
        || type == Character.SURROGATE
        || (sign & 0xFFFE) == 0xFFFE
        || (sign >= 0xFDD0 && sign <= 0xFDEF);
  }

  /**
   * Marks of direction, hidden signs and tags. The two joiners (U+200C, U+200D) stay: Persian,
   * Hindi and emoji are written with them.
   *
   * @see <a href="https://www.unicode.org/reports/tr9/">UAX 9, explicit directional formatting</a>
   */
  private static boolean isInvisible(int sign) {
    return sign == 0x061C
        || sign == 0x180E
        || sign == 0x200B
        || sign == 0x200E
        || sign == 0x200F
        || (sign >= 0x202A && sign <= 0x202E)
        || (sign >= 0x2060 && sign <= 0x206F)
        || sign == 0xFEFF
        || (sign >= 0xFFF9 && sign <= 0xFFFB)
        || (sign >= 0xE0000 && sign <= 0xE007F);
  }
}
