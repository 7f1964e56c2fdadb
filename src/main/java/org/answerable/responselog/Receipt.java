package org.answerable.responselog;

import java.util.Optional;

/** Eight digits that only the sender has. */
public final class Receipt {
  /** How many digits. */
  public static final int DIGITS = 8;

  private Receipt() {}

  /**
   * The bare digits of what somebody typed: hyphens and spaces are dropped, digits of every script
   * count. Empty: it is no receipt.
   */
  public static Optional<String> parse(String typed) {
    var digits = new StringBuilder(DIGITS);
    for (int sign : typed.codePoints().toArray()) {
      if (Character.isDigit(sign)) {
        digits.append(Character.digit(sign, 10));
      } else if (!separates(sign)) {
        return Optional.empty();
      }
    }
    return digits.length() == DIGITS ? Optional.of(digits.toString()) : Optional.empty();
  }

  /** As people read it: {@code 4821-9307}. */
  public static String shown(String digits) {
    return digits.substring(0, DIGITS / 2) + "-" + digits.substring(DIGITS / 2);
  }

  private static boolean separates(int sign) {
    return Character.isWhitespace(sign)
        || Character.getType(sign) == Character.DASH_PUNCTUATION
        || sign == '.';
  }
}
