package org.answerable.platform.keys;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Bytes as letters and digits that people can read out and copy from paper, five bits each.
 *
 * @see <a href="https://www.crockford.com/base32.html">Crockford's base 32</a>
 */
final class Letters {
  private static final String SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int BITS = 5;
  private static final int GROUP = 4;
  private static final Pattern BETWEEN = Pattern.compile("[\\s-]+");

  private Letters() {}

  /** The first bits of these bytes; a multiple of five. */
  static String of(byte[] bytes, int bits) {
    var text = new StringBuilder();
    for (int at = 0; at < bits; at += BITS) {
      int value = 0;
      for (int bit = at; bit < at + BITS; bit++) {
        value = value << 1 | bytes[bit / 8] >> 7 - bit % 8 & 1;
      }
      text.append(SIGNS.charAt(value));
    }
    return text.toString();
  }

  /** In groups of four, with hyphens. */
  static String grouped(String letters) {
    return letters.replaceAll("(.{" + GROUP + "})(?!$)", "$1-");
  }

  /**
   * What {@link #of} wrote; spaces and hyphens don't count, O is 0, I and L are 1.
   *
   * @throws IllegalArgumentException when another sign is in it
   */
  static byte[] bytes(String written) {
    String letters =
        BETWEEN
            .matcher(written)
            .replaceAll("")
            .toUpperCase(Locale.ROOT)
            .replace('O', '0')
            .replace('I', '1')
            .replace('L', '1');
    byte[] bytes = new byte[letters.length() * BITS / 8];
    for (int bit = 0; bit < bytes.length * 8; bit++) {
      int value = SIGNS.indexOf(letters.charAt(bit / BITS));
      if (value < 0) {
        throw new IllegalArgumentException("a sign that is not used here");
      }
      bytes[bit / 8] |= (byte) ((value >> BITS - 1 - bit % BITS & 1) << 7 - bit % 8);
    }
    return bytes;
  }
}
