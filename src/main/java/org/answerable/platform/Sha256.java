package org.answerable.platform;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * SHA-256.
 *
 * @see <a href="https://doi.org/10.6028/NIST.FIPS.180-4">FIPS 180-4</a>
 */
public final class Sha256 {
  private Sha256() {}

  /** Of a text, as UTF-8. */
  public static byte[] of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Of all parts together. */
  public static byte[] of(byte[]... parts) {
    MessageDigest digest = digest();
    for (byte[] part : parts) {
      digest.update(part);
    }
    return digest.digest();
  }

  /**
   * Of a tag and fields, each behind its length of 4 bytes, big-endian, so that no other fields are
   * hashed alike.
   */
  public static byte[] ofFields(String tag, byte[]... fields) {
    MessageDigest digest = digest();
    add(digest, tag.getBytes(StandardCharsets.UTF_8));
    for (byte[] field : fields) {
      add(digest, field);
    }
    return digest.digest();
  }

  private static void add(MessageDigest digest, byte[] field) {
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(field.length).flip());
    digest.update(field);
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 of the JDK is missing", e);
    }
  }
}
