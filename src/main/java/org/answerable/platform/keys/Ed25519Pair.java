package org.answerable.platform.keys;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;

/** A pair of Ed25519 from the 32 bytes that RFC 8032 makes it of. */
final class Ed25519Pair {
  private static final String NAME = "Ed25519";

  private Ed25519Pair() {}

  /**
   * The pair of this seed.
   *
   * @see <a href="https://www.rfc-editor.org/rfc/rfc8032#section-5.1.5">RFC 8032 §5.1.5</a>
   */
  static KeyPair of(byte[] seed) {
    try {
      KeyFactory factory = KeyFactory.getInstance(NAME);
      return new KeyPair(
          factory.generatePublic(new X509EncodedKeySpec(publicOf(seed))),
          factory.generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, seed)));
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("Ed25519 of the JDK takes no key of ours", e);
    }
  }

  /** The JDK makes no public key of a private one; Bouncy Castle does. */
  private static byte[] publicOf(byte[] seed) throws IOException {
    var secret = new Ed25519PrivateKeyParameters(seed, 0);
    return SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(secret.generatePublicKey())
        .getEncoded();
  }
}
