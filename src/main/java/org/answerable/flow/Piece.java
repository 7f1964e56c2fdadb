package org.answerable.flow;

import java.util.ArrayList;
import java.util.List;

/**
 * A word or a number of a text, and where it stands. Signs and blanks between them are left out, so
 * that {@code 4821-9307} is two numbers, and {@code PIN8642} a word and a number.
 *
 * @param start of its first sign
 * @param end behind its last
 * @param plain as {@link Plain}; a number's digits as 0 to 9
 */
record Piece(int start, int end, String plain, boolean number) {

  static List<Piece> of(String text) {
    List<Piece> pieces = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      int sign = text.codePointAt(at);
      boolean number = Plain.isDigit(sign);
      int end = at + Character.charCount(sign);
      if (number || Character.isLetter(sign)) {
        end = number ? digitsFrom(text, end) : lettersFrom(text, end);
        pieces.add(new Piece(at, end, Plain.of(text.substring(at, end)), number));
      }
      at = end;
    }
    return pieces;
  }

  private static int digitsFrom(String text, int at) {
    int end = at;
    while (end < text.length() && Plain.isDigit(text.codePointAt(end))) {
      end += Character.charCount(text.codePointAt(end));
    }
    return end;
  }

  /** Accents and joiners leave a word whole. */
  private static int lettersFrom(String text, int at) {
    int end = at;
    while (end < text.length()) {
      int sign = text.codePointAt(end);
      if (!Character.isLetter(sign) && !Plain.isInvisible(sign) && !Plain.isSpacingMark(sign)) {
        return end;
      }
      end += Character.charCount(sign);
    }
    return end;
  }

  @Override
  public String toString() {
    return "Piece[redacted]";
  }
}
