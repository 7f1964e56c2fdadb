package org.answerable.platform.keys;

import java.util.HexFormat;

/**
 * A vector of this very suite: mode 0, kem 16, kdf 1, aead 2, the first encryption.
 *
 * @see <a href="https://github.com/cfrg/draft-irtf-cfrg-hpke/blob/master/test-vectors.json">the
 *     vectors that RFC 9180 was published with</a>
 */
final class HpkeVector {
  static final byte[] SECRET =
      hex("317f915db7bc629c48fe765587897e01e282d3e8445f79f27f65d031a88082b2");
  static final byte[] OPEN =
      hex(
          "04abc7e49a4c6b3566d77d0304addc6ed0e98512ffccf505e6a8e3eb25c685136f"
              + "853148544876de76c0f2ef99cdc3a05ccf5ded7860c7c021238f9e2073d2356c");
  static final byte[] INFO = hex("4f6465206f6e2061204772656369616e2055726e");
  static final byte[] AAD = hex("436f756e742d30");
  static final byte[] PLAIN = hex("4265617574792069732074727574682c20747275746820626561757479");

  /** {@code enc ‖ ct}. */
  static final byte[] SEALED =
      hex(
          "04c06b4f6bebc7bb495cb797ab753f911aff80aefb86fd8b6fcc35525f3ab5f03e"
              + "0b21bd31a86c6048af3cb2d98e0d3bf01da5cc4c39ff5370d331a4f1f7d5a4e0"
              + "58c61a45059d0c5704560e9d88b564a8b63f1364b8d1fcb3c4c6ddc1d2917424"
              + "65e902cd216f8908da49f8f96f");

  private HpkeVector() {}

  private static byte[] hex(String text) {
    return HexFormat.of().parseHex(text);
  }
}
