package org.answerable.platform.keys;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/**
 * The secret of this instance that no epoch changes; {@link RootKeySources} says where it stands.
 * Passwords of the database's logins and the key of receipts come from it; nothing that must be
 * forgotten does.
 */
public final class RootKey {
  private static final String FILE = "root.key";
  private static final int FINGERPRINT_BITS = 40;
  private final byte[] secret;

  RootKey(byte[] secret) {
    this.secret = secret;
  }

  /**
   * Reads it from the folder of the keys, or creates it there at the first start.
   *
   * @throws KeyRefused when others may read it, or it is no key
   */
  public static RootKey openOrCreate(Path keysDir) throws IOException {
    return new RootKey(KeyFile.openOrCreate(file(keysDir)));
  }

  /** Where it stands if it stands in the folder of the keys. */
  static Path file(Path keysDir) {
    return keysDir.resolve(FILE);
  }

  /** Eight letters that tell it from another, and nothing of it. */
  public String fingerprint() {
    return fingerprint(secret);
  }

  static String fingerprint(byte[] secret) {
    byte[] told = Derivation.derive(secret, "fingerprint");
    return Letters.grouped(Letters.of(told, FINGERPRINT_BITS));
  }

  /**
   * {@code HKDF(HKDF(root key, purpose) ‖ file's secret, use)}, 32 bytes: neither half alone opens
   * anything, and either's end is the end of both.
   *
   * @param file the other half
   */
  byte[] derive(String purpose, byte[] file, String use) {
    byte[] halves =
        ByteBuffer.allocate(2 * KeyFile.KEY_BYTES).put(derive(purpose)).put(file).array();
    return Derivation.derive(halves, use);
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
