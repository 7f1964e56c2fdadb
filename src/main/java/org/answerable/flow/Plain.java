package org.answerable.flow;

import java.text.Normalizer;

/**
 * Texts reduced to what tells words apart: lower case, no accents, no punctuation or symbols,
 * digits of any script as 0 to 9, one space between words.
 */
public final class Plain {
  private Plain() {}

  /** Reduces a text. Empty if it holds neither a letter nor a digit. */
  public static String of(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    boolean gap = false;
    for (int at = 0; at < text.length(); at++) {
      char character = text.charAt(at);
      if (character >= 128) {
        return ofAnyScript(text);
      }
      if (character >= 'A' && character <= 'Z') {
        character += 'a' - 'A';
      }
      boolean kept =
          (character >= 'a' && character <= 'z') || (character >= '0' && character <= '9');
      if (kept) {
        if (gap && !plain.isEmpty()) {
          plain.append(' ');
        }
        plain.append(character);
      }
      gap = !kept;
    }
    return plain.toString();
  }

  private static String ofAnyScript(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    boolean gap = false;
    String apart = Normalizer.normalize(text, Normalizer.Form.NFKD);
    for (int at = 0; at < apart.length(); ) {
      int character = apart.codePointAt(at);
      at += Character.charCount(character);
      if (isInvisible(character)) {
        continue;
      }
      boolean kept =
          Character.isLetterOrDigit(character) || isSpacingMark(character) || isDigit(character);
      if (kept) {
        if (gap && !plain.isEmpty()) {
          plain.append(' ');
        }
        append(plain, character);
      }
      gap = !kept;
    }
    return plain.toString();
  }

  private static void append(StringBuilder plain, int character) {
    if (isDigit(character)) {
      plain.append(Character.getNumericValue(character));
    } else {
      plain.appendCodePoint(Character.toLowerCase(character));
    }
  }

  /** Of scripts that count in tens, and of others, such as Ethiopic, what stands for 0 to 9. */
  static boolean isDigit(int character) {
    int type = Character.getType(character);
    int value = Character.getNumericValue(character);
    return type == Character.DECIMAL_DIGIT_NUMBER
        || (type == Character.OTHER_NUMBER && value >= 0 && value <= 9);
  }

  /** Accents, and marks such as zero-width joiners, which leave a word whole. */
  static boolean isInvisible(int character) {
    int type = Character.getType(character);
    return type == Character.NON_SPACING_MARK || type == Character.FORMAT;
  }

  static boolean isSpacingMark(int character) {
    return Character.getType(character) == Character.COMBINING_SPACING_MARK;
  }
}
