package org.answerable.tlog;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import java.util.Base64;

/** Keys that others published for tests, and fresh ones. */
final class TestKeys {
  /** The pair of keys and the note of Go's golang.org/x/mod/sumdb/note. */
  static final String PETER = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";

  static final String PETER_PRIVATE =
      "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";
  static final String ENOCH = "EnochRoot+af0cfe78+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop";
  static final String TEXT =
      "If you think cryptography is the answer to your problem,\n"
          + "then you don't know what your problem is.\n";
  static final String PETER_SIGNED =
      "— PeterNeumann"
          + " x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";
  static final String ENOCH_SIGNED =
      "— EnochRoot"
          + " rwz+eBzmZa0SO3NbfRGzPCpDckykFXSdeX+MNtCOXm2/5n2tiOHp+vAF1aGrQ5ovTG01oOTGwnWLox33WWd1RvMc+QQ=\n";

  private TestKeys() {}

  static KeyPair peter() {
    try {
      KeyFactory keys = KeyFactory.getInstance("Ed25519");
      byte[] seed = Base64.getDecoder().decode(PETER_PRIVATE.split("\\+", 5)[4]);
      byte[] key = Base64.getDecoder().decode(PETER.split("\\+", 3)[2]);
      return new KeyPair(
          Ed25519.publicKey(Arrays.copyOfRange(key, 1, 33)),
          keys.generatePrivate(
              new EdECPrivateKeySpec(NamedParameterSpec.ED25519, Arrays.copyOfRange(seed, 1, 33))));
    } catch (GeneralSecurityException | MalformedException e) {
      throw new AssertionError(e);
    }
  }

  static KeyPair fresh() {
    try {
      return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  static VerifierKey key(String vkey) {
    try {
      return VerifierKey.parse(vkey);
    } catch (MalformedException e) {
      throw new AssertionError(e);
    }
  }
}
