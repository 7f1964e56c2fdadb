package org.answerable.tlog;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The JDK's Ed25519, with public keys as 32 bytes.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8032#section-5.1">RFC 8032 §5.1</a>
 */
final class Ed25519 {
  static final int PUBLIC_KEY_BYTES = 32;
  static final int SIGNATURE_BYTES = 64;

  private static final String NAME = "Ed25519";

  /** What stands before the 32 bytes in the JDK's form: RFC 8410 §4. */
  private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");

  private Ed25519() {}

  /** The key of 32 bytes, which are a point of the curve. */
  static PublicKey publicKey(byte[] bytes) throws MalformedException {
    byte[] encoded = Arrays.copyOf(X509, X509.length + bytes.length);
    System.arraycopy(bytes, 0, encoded, X509.length, bytes.length);
    try {
      PublicKey key = KeyFactory.getInstance(NAME).generatePublic(new X509EncodedKeySpec(encoded));
      Signature.getInstance(NAME).initVerify(key);
      return key;
    } catch (GeneralSecurityException e) {
      throw new MalformedException("a public key that is none of Ed25519");
    }
  }

  /** Its 32 bytes. */
  static byte[] bytes(PublicKey key) {
    byte[] encoded = key.getEncoded();
    if (encoded.length != X509.length + PUBLIC_KEY_BYTES
        || !Arrays.equals(X509, 0, X509.length, encoded, 0, X509.length)) {
      throw new IllegalArgumentException("a key for " + key.getAlgorithm());
    }
    return Arrays.copyOfRange(encoded, X509.length, encoded.length);
  }

  static byte[] sign(PrivateKey key, byte[] message) {
    try {
      Signature signature = Signature.getInstance(NAME);
      signature.initSign(key);
      signature.update(message);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Ed25519 of the JDK can't sign with this key", e);
    }
  }

  static boolean verifies(PublicKey key, byte[] message, byte[] signed) {
    if (signed.length != SIGNATURE_BYTES) {
      return false;
    }
    try {
      Signature signature = Signature.getInstance(NAME);
      signature.initVerify(key);
      signature.update(message);
      return signature.verify(signed);
    } catch (SignatureException e) {
      return false; // a number or point that no signature has
    } catch (InvalidKeyException e) {
      throw new IllegalArgumentException("a key that is none of Ed25519", e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Ed25519 of the JDK is missing", e);
    }
  }
}
