package org.answerable.tlog;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The small forms that all the formats are made of, each with exactly one way to write it. */
final class Strict {
  private static final char FIRST_PRINTABLE = 0x20;

  private Strict() {}

  /** An ASCII decimal from 0 to 2^63 - 1 without a sign or leading zeroes. */
  static long decimal(String text, String what) throws MalformedException {
    if (text.isEmpty() || !text.chars().allMatch(sign -> sign >= '0' && sign <= '9')) {
      throw new MalformedException(what + " is no decimal number");
    }
    if (text.length() > 1 && text.charAt(0) == '0') {
      throw new MalformedException(what + " has leading zeroes");
    }
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new MalformedException(what + " is 2^63 or more");
    }
  }

  /**
   * Standard base64 with its padding, in the one form that encoding gives.
   *
   * @see <a href="https://www.rfc-editor.org/rfc/rfc4648#section-4">RFC 4648 §4, §3.5</a>
   */
  static byte[] base64(String text, String what) throws MalformedException {
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw new MalformedException(what + " is no base64");
    }
    if (!base64(bytes).equals(text)) {
      throw new MalformedException(what + " is not in the one form that base64 has for it");
    }
    return bytes;
  }

  static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  /** A text of lines that all end: valid UTF-8, no control character but the newline. */
  static String lines(byte[] bytes, int bytesMax, String what) throws MalformedException {
    if (bytes.length > bytesMax) {
      throw new MalformedException(what + " has more than " + bytesMax + " bytes");
    }
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new MalformedException(what + " is no UTF-8");
    }
    if (!isLines(text)) {
      throw new MalformedException(
          what + " has a control character other than the newline, or does not end in a newline");
    }
    return text;
  }

  static boolean isLines(String text) {
    return text.endsWith("\n")
        && text.chars().allMatch(sign -> sign >= FIRST_PRINTABLE || sign == '\n');
  }
}
