package org.answerable.platform.keys;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.hpke.HPKE;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;

/**
 * HPKE in base mode with HKDF-SHA256 and AES-256-GCM, single shot, by Bouncy Castle. A sealed value
 * is {@code enc ‖ ct}. Safe for use by many threads.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9180">RFC 9180</a>
 */
record HpkeSuite(short kem, int encBytes) {
  /** DHKEM(X25519, HKDF-SHA256): twice as fast, for the server's own keys. */
  static final HpkeSuite X25519 = new HpkeSuite(HPKE.kem_X25519_SHA256, 32);

  /** DHKEM(P-256, HKDF-SHA256): what every browser can open. */
  static final HpkeSuite P256 = new HpkeSuite(HPKE.kem_P256_SHA256, 65);

  byte[] seal(AsymmetricKeyParameter to, byte[] plain, byte[] info, byte[] aad) {
    try {
      byte[][] sealed = hpke().seal(to, info, aad, plain, null, null, null);
      byte[] whole = Arrays.copyOf(sealed[1], sealed[1].length + sealed[0].length);
      System.arraycopy(sealed[0], 0, whole, sealed[1].length, sealed[0].length);
      return whole;
    } catch (InvalidCipherTextException e) {
      throw new IllegalStateException("HPKE failed to seal", e);
    }
  }

  /**
   * @throws GeneralSecurityException when it was not sealed for this pair and this info
   */
  byte[] open(AsymmetricCipherKeyPair pair, byte[] sealed, byte[] info, byte[] aad)
      throws GeneralSecurityException {
    if (sealed.length < encBytes) {
      throw new GeneralSecurityException("too short for HPKE");
    }
    byte[] enc = Arrays.copyOf(sealed, encBytes);
    byte[] text = Arrays.copyOfRange(sealed, encBytes, sealed.length);
    try {
      return hpke().open(enc, pair, info, aad, text, null, null, null);
    } catch (InvalidCipherTextException | IllegalArgumentException | IllegalStateException e) {
      throw new GeneralSecurityException("not sealed for this", e);
    }
  }

  /** The public key that these bytes write; they were checked to be one. */
  AsymmetricKeyParameter publicKey(byte[] bytes) {
    return hpke().deserializePublicKey(bytes);
  }

  AsymmetricCipherKeyPair pair(byte[] secret, byte[] open) {
    return hpke().deserializePrivateKey(secret, open);
  }

  AsymmetricCipherKeyPair newPair() {
    return hpke().generatePrivateKey();
  }

  /** The point of P-256 that belongs to a secret: {@code secret · G}, uncompressed. */
  static byte[] publicOf(byte[] secret) {
    var scalar = new BigInteger(1, secret);
    var curve = CustomNamedCurves.getByName("P-256");
    return curve.getG().multiply(scalar).normalize().getEncoded(false);
  }

  byte[] bytes(AsymmetricKeyParameter key) {
    return key.isPrivate() ? hpke().serializePrivateKey(key) : hpke().serializePublicKey(key);
  }

  /** One for each use: it says nothing about threads. */
  private HPKE hpke() {
    return new HPKE(HPKE.mode_base, kem, HPKE.kdf_HKDF_SHA256, HPKE.aead_AES_GCM256);
  }
}
