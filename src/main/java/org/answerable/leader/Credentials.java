package org.answerable.leader;

/**
 * An account with the hash of its password.
 *
 * @param hash Argon2id, in its encoded form
 */
public record Credentials(Leader leader, String hash) {
  @Override
  public String toString() {
    return "Credentials[redacted]";
  }
}
