package org.answerable.platform.keys;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;

/** One key from another, by purpose. */
final class Derivation {
  private Derivation() {}

  /**
   * {@code HKDF-SHA256(ikm = secret, salt = none, info = purpose)}, 32 bytes.
   *
   * @see <a href="https://www.rfc-editor.org/rfc/rfc5869">RFC 5869</a>
   */
  static byte[] derive(byte[] secret, String purpose) {
    try {
      var spec =
          HKDFParameterSpec.ofExtract()
              .addIKM(secret)
              .thenExpand(purpose.getBytes(StandardCharsets.UTF_8), KeyFile.KEY_BYTES);
      return KDF.getInstance("HKDF-SHA256").deriveData(spec);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HKDF-SHA256 of the JDK failed", e);
    }
  }
}
