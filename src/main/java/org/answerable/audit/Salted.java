package org.answerable.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.answerable.tlog.Hash;

/**
 * The hashes that entries carry in place of words, computed again by whoever checks: {@code
 * SHA-256(tag ‖ fields)}, the tag and each field behind its length of 4 bytes, big-endian.
 */
final class Salted {
  private Salted() {}

  /** What a text enters the log as, before anybody reads it. */
  static Hash commitment(String organisation, Hash salt, String reference, Hash textHash) {
    return of(
        "answerable commitment v1",
        organisation.getBytes(UTF_8),
        salt.bytes(),
        reference.getBytes(UTF_8),
        textHash.bytes());
  }

  /** What stands in the log for a text that is published beside it. */
  static Hash content(byte[] salt, String text) {
    return of("answerable content v1", salt, text.getBytes(UTF_8));
  }

  /** {@code SHA-256(bytes)}: what the secret for ties is announced by. */
  static Hash plain(byte[] bytes) {
    return Hash.of(sha256().digest(bytes));
  }

  private static Hash of(String tag, byte[]... fields) {
    MessageDigest sha256 = sha256();
    add(sha256, tag.getBytes(UTF_8));
    for (byte[] field : fields) {
      add(sha256, field);
    }
    return Hash.of(sha256.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 of the JDK is missing", e);
    }
  }

  private static void add(MessageDigest sha256, byte[] field) {
    sha256.update(ByteBuffer.allocate(Integer.BYTES).putInt(field.length).flip());
    sha256.update(field);
  }
}
