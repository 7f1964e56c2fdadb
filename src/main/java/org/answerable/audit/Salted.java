package org.answerable.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.answerable.platform.Sha256;
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
    return Hash.of(Sha256.of(bytes));
  }

  private static Hash of(String tag, byte[]... fields) {
    return Hash.of(Sha256.ofFields(tag, fields));
  }
}
