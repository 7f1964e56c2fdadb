package org.answerable.platform.keys;

import java.security.GeneralSecurityException;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.X25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.X25519PublicKeyParameters;

/**
 * HPKE with one X25519 key pair. Bouncy Castle's, whose X25519 takes less than half the time of
 * Tink's: it is the dearest step of taking a text in.
 *
 * <p>A sealed value is {@code enc ‖ ct}, as Tink's without a prefix. Safe for use by many threads.
 */
final class Hpke {
  private static final byte[] NOTHING = {};
  private final X25519PrivateKeyParameters secret;
  private final X25519PublicKeyParameters open;

  /**
   * @param secret 32 bytes, an X25519 private key
   */
  Hpke(byte[] secret) {
    this.secret = new X25519PrivateKeyParameters(secret, 0);
    this.open = this.secret.generatePublicKey();
  }

  byte[] seal(byte[] plain, byte[] info) {
    return HpkeSuite.X25519.seal(open, plain, info, NOTHING);
  }

  /**
   * @throws GeneralSecurityException when it was not sealed for this key and this info
   */
  byte[] open(byte[] sealed, byte[] info) throws GeneralSecurityException {
    var pair = new AsymmetricCipherKeyPair((AsymmetricKeyParameter) open, secret);
    return HpkeSuite.X25519.open(pair, sealed, info, NOTHING);
  }
}
