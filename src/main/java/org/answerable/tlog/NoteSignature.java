package org.answerable.tlog;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;

/**
 * A signature line of a note: {@code — <key name> base64(32-bit key ID || signature)}.
 *
 * @param name of the key, not empty, without spaces and plus signs
 * @param base64 of the key ID and the signature
 * @see <a href="https://c2sp.org/signed-note">C2SP signed-note, "Format"</a>
 */
public record NoteSignature(String name, String base64) {
  static final String PREFIX = "— ";

  private static final int NEXT_LINE = 0x85;

  public NoteSignature {
    requireName(name);
    try {
      checkBytes(base64, "a signature");
    } catch (MalformedException e) {
      throw new IllegalArgumentException(e);
    }
  }

  static NoteSignature of(VerifierKey key, byte[] signature) {
    byte[] all =
        ByteBuffer.allocate(Integer.BYTES + signature.length)
            .putInt(key.id())
            .put(signature)
            .array();
    return new NoteSignature(key.name(), Strict.base64(all));
  }

  /** Reads a line without its newline. */
  static NoteSignature parse(String line, String what) throws MalformedException {
    int space = line.indexOf(' ', PREFIX.length());
    if (!line.startsWith(PREFIX) || space < 0) {
      throw new MalformedException(what + " is no signature line");
    }
    String name = line.substring(PREFIX.length(), space);
    if (!isName(name)) {
      throw new MalformedException(what + " has no valid key name");
    }
    String base64 = line.substring(space + 1);
    checkBytes(base64, what);
    return new NoteSignature(name, base64);
  }

  private static void checkBytes(String base64, String what) throws MalformedException {
    if (Strict.base64(base64, what).length <= Integer.BYTES) {
      throw new MalformedException(what + " is shorter than a key id and a signature");
    }
  }

  /** Not empty, no Unicode spaces, no plus; and no control character, which no note may have. */
  static boolean isName(String name) {
    return !name.isEmpty()
        && name.codePoints()
            .noneMatch(
                sign ->
                    sign == '+'
                        || sign < ' '
                        || sign == NEXT_LINE
                        || Character.isSpaceChar(sign)
                        || Character.isWhitespace(sign)
                        || Character.getType(sign) == Character.SURROGATE);
  }

  static String requireName(String name) {
    if (!isName(name)) {
      throw new IllegalArgumentException("a key name that is empty, or has a space or a plus");
    }
    return name;
  }

  /** Together with the name it says whose signature this claims to be. */
  public int keyId() {
    return ByteBuffer.wrap(all()).getInt();
  }

  /** What follows the key ID. */
  byte[] bytes() {
    byte[] all = all();
    return Arrays.copyOfRange(all, Integer.BYTES, all.length);
  }

  private byte[] all() {
    return Base64.getDecoder().decode(base64);
  }

  /** The line with its newline. */
  public String line() {
    return PREFIX + name + " " + base64 + "\n";
  }
}
