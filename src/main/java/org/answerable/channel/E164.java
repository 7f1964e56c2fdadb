package org.answerable.channel;

import java.util.Optional;

/**
 * Phone numbers in their one form, so that one phone has one lookup however a number is written.
 *
 * @see <a href="https://www.itu.int/rec/T-REC-E.164">ITU-T E.164</a>
 */
public final class E164 {
  /** Shorter ones are short codes and names of senders: nobody can be answered there. */
  private static final int MIN_DIGITS = 7;

  private static final int MAX_DIGITS = 15;
  private static final int MAX_CHARS = 40;

  private E164() {}

  /**
   * {@code +} and digits only. Spaces, hyphens, dots and parentheses are dropped, {@code 00} in
   * front is {@code +}.
   *
   * @return empty when it is no international number
   */
  public static Optional<String> normalise(String written) {
    String rest = written.strip();
    rest =
        rest.startsWith("+") ? rest.substring(1) : rest.startsWith("00") ? rest.substring(2) : rest;
    if (rest.length() > MAX_CHARS) {
      return Optional.empty();
    }
    var digits = new StringBuilder(rest.length() + 1).append('+');
    for (int i = 0; i < rest.length(); i++) {
      char sign = rest.charAt(i);
      if (sign >= '0' && sign <= '9') {
        digits.append(sign);
      } else if (" -.()".indexOf(sign) < 0) {
        return Optional.empty();
      }
    }
    int count = digits.length() - 1;
    boolean international = count >= MIN_DIGITS && count <= MAX_DIGITS && digits.charAt(1) != '0';
    return international ? Optional.of(digits.toString()) : Optional.empty();
  }
}
