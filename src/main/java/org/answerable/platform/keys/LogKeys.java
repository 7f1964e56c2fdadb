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

/**
 * The pairs that organisations sign their logs with. They derive from the root key, so there is no
 * file of theirs to lose, and the database never holds them.
 */
public final class LogKeys {
  /** Beside an organisation's keys: what its log signed last. */
  public static final String SEEN = "log.seen";

  private static final String NAME = "Ed25519";

  private LogKeys() {}

  /**
   * {@code seed = HKDF(root key, "log signature v1/ORGANISATION/NUMBER")}: the private key of RFC
   * 8032. The same at every start.
   *
   * @param number from 1; the next one when a log has to go on under another key
   * @see <a href="https://www.rfc-editor.org/rfc/rfc8032#section-5.1.5">RFC 8032 §5.1.5</a>
   */
  public static KeyPair of(RootKey root, String organisation, int number) {
    byte[] seed = root.derive("log signature v1/" + organisation + "/" + number);
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
