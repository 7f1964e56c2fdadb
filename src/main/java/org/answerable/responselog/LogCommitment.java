package org.answerable.responselog;

import java.nio.charset.StandardCharsets;
import org.answerable.platform.Sha256;

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
    return Sha256.ofFields(
        "answerable commitment v1", utf8(organisation), salt, utf8(reference), textHash);
  }

  /** {@code SHA-256(tag ‖ innerSalt ‖ text)}, each field behind its length. */
  public static byte[] textHash(byte[] innerSalt, String text) {
    return Sha256.ofFields("answerable text v1", innerSalt, utf8(text));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
