package org.answerable.confidential;

import java.time.LocalDate;
import java.util.UUID;
import org.answerable.platform.keys.PersonKey;

/**
 * The pair of one focal point, as far as this server has it.
 *
 * @param wrapped the private half under a passphrase that was never here
 */
public record FocalKey(
    String name, String role, UUID account, PersonKey open, byte[] wrapped, LocalDate day) {

  @Override
  public String toString() {
    return "FocalKey[redacted]";
  }
}
