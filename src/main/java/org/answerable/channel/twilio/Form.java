package org.answerable.channel.twilio;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a posted form, and of nothing else: a container's parameters mix the query in, and
 * the signature does not.
 *
 * @see <a href="https://url.spec.whatwg.org/#application/x-www-form-urlencoded">WHATWG URL</a>
 */
record Form(Map<String, String> fields) {
  /** Twilio posts about 20. */
  private static final int MAX_FIELDS = 200;

  @Nullable String get(String name) {
    return fields.get(name);
  }

  @Override
  public String toString() {
    return "Form[redacted]";
  }

  /** Empty when it is not UTF-8, badly escaped, names a field twice or has too many. */
  static Optional<Form> parse(byte[] body) {
    var fields = new HashMap<String, String>();
    var text = new Unescaped(body);
    try {
      for (int at = 0; at < body.length; ) {
        int end = indexOf(body, '&', at, body.length);
        if (end > at) {
          int equals = indexOf(body, '=', at, end);
          String name = text.between(at, equals);
          String value = equals < end ? text.between(equals + 1, end) : "";
          if (fields.put(name, value) != null || fields.size() > MAX_FIELDS) {
            return Optional.empty();
          }
        }
        at = end + 1;
      }
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
    return Optional.of(new Form(fields));
  }

  private static int indexOf(byte[] bytes, char sign, int from, int to) {
    int at = from;
    while (at < to && bytes[at] != sign) {
      at++;
    }
    return at;
  }

  /** Undoes the escapes of a form, strictly: nothing is replaced or guessed. */
  private static final class Unescaped {
    private final byte[] escaped;
    private final byte[] plain;
    private final CharsetDecoder utf8 = StandardCharsets.UTF_8.newDecoder();

    Unescaped(byte[] escaped) {
      this.escaped = escaped;
      this.plain = new byte[escaped.length];
    }

    String between(int from, int to) throws CharacterCodingException {
      int length = 0;
      for (int at = from; at < to; at++) {
        byte sign = escaped[at];
        if (sign == '%') {
          plain[length++] = (byte) (hex(at + 1, to) << 4 | hex(at + 2, to));
          at += 2;
        } else {
          plain[length++] = sign == '+' ? (byte) ' ' : sign;
        }
      }
      return utf8.decode(ByteBuffer.wrap(plain, 0, length)).toString();
    }

    private int hex(int at, int to) throws CharacterCodingException {
      int digit = at < to ? Character.digit((char) (escaped[at] & 0xff), 16) : -1;
      if (digit < 0) {
        throw new CharacterCodingException();
      }
      return digit;
    }
  }
}
