package org.answerable.platform.keys;

import java.io.IOException;
import java.nio.file.Path;

/**
 * The secret of this instance that no epoch changes: {@code root.key} in {@code
 * answerable.keys-dir}. Passwords of the database's logins and the key of receipts come from it;
 * nothing that must be forgotten does.
 */
public final class RootKey {
  private final byte[] secret;

  private RootKey(byte[] secret) {
    this.secret = secret;
  }

  /**
   * Reads it, or creates it at the first start.
   *
   * @throws KeyRefused when others may read it, or it is no key
   */
  public static RootKey openOrCreate(Path keysDir) throws IOException {
    return new RootKey(KeyFile.openOrCreate(keysDir.resolve("root.key")));
  }

  /** 32 bytes for one purpose; the same for the same purpose at every start. */
  public byte[] derive(String purpose) {
    return Derivation.derive(secret, purpose);
  }

  @Override
  public String toString() {
    return "RootKey[redacted]";
  }
}
