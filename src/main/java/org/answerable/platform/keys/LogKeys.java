package org.answerable.platform.keys;

import java.security.KeyPair;

/**
 * The pairs that organisations sign their logs with. They derive from the root key, so there is no
 * file of theirs to lose, and the database never holds them.
 */
public final class LogKeys {
  /** Beside an organisation's keys: what its log signed last. */
  public static final String SEEN = "log.seen";

  private LogKeys() {}

  /**
   * {@code seed = HKDF(root key, "log signature v1/ORGANISATION/NUMBER")}: the private key of RFC
   * 8032. The same at every start.
   *
   * @param number from 1; the next one when a log has to go on under another key
   * @see <a href="https://www.rfc-editor.org/rfc/rfc8032#section-5.1.5">RFC 8032 §5.1.5</a>
   */
  public static KeyPair of(RootKey root, String organisation, int number) {
    return Ed25519Pair.of(root.derive("log signature v1/" + organisation + "/" + number));
  }
}
