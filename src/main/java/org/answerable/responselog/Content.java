package org.answerable.responselog;

import java.nio.charset.StandardCharsets;
import org.answerable.platform.Sha256;

/**
 * A published text that stands beside its entry, so that it can be erased without breaking the log.
 */
public record Content(byte[] salt, String text) {
  /** {@code SHA-256("answerable content v1" ‖ salt ‖ text)}, each field behind its length. */
  public byte[] hash() {
    return Sha256.ofFields("answerable content v1", salt, text.getBytes(StandardCharsets.UTF_8));
  }

  /** It may be public only at the next slot, or be erased. */
  @Override
  public String toString() {
    return "Content[redacted]";
  }
}
