package org.answerable.responselog;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The hash that enters the log before anybody reads what it stands for. Who has both salts, the
 * reference and the text can prove what it was; nobody else can guess it.
 */
public final class LogCommitment {
  private LogCommitment() {}

  /**
   * {@code SHA-256(tag ‖ organisation ‖ salt ‖ reference ‖ textHash)}, each field behind its length
   * of 4 bytes, big-endian.
   */
  public static byte[] of(String organisation, byte[] salt, String reference, byte[] textHash) {
    return hash("answerable commitment v1", utf8(organisation), salt, utf8(reference), textHash);
  }

  /** {@code SHA-256(tag ‖ innerSalt ‖ text)}, each field behind its length. */
  public static byte[] textHash(byte[] innerSalt, String text) {
    return hash("answerable text v1", innerSalt, utf8(text));
  }

  static byte[] hash(String tag, byte[]... fields) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      add(sha256, utf8(tag));
      for (byte[] field : fields) {
        add(sha256, field);
      }
      return sha256.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 of the JDK is missing", e);
    }
  }

  private static void add(MessageDigest sha256, byte[] field) {
    sha256.update(ByteBuffer.allocate(Integer.BYTES).putInt(field.length).flip());
    sha256.update(field);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
