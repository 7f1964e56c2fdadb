package org.answerable.tlog;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.PrivateKey;

/** A log's own key: signs its checkpoints. */
public final class NoteSigner {
  private final VerifierKey verifier;
  private final PrivateKey key;

  private NoteSigner(VerifierKey verifier, PrivateKey key) {
    this.verifier = verifier;
    this.key = key;
  }

  /**
   * A signer.
   *
   * @param name of a log, its origin
   * @param keys of Ed25519
   */
  public static NoteSigner of(String name, KeyPair keys) {
    VerifierKey verifier = VerifierKey.of(name, SignatureType.ED25519, keys.getPublic());
    return new NoteSigner(verifier, keys.getPrivate());
  }

  /** How others check what it signs. */
  public VerifierKey verifier() {
    return verifier;
  }

  /**
   * "Ed25519 signatures are generated according to RFC 8032 over the note text". The same text
   * always gets the same signature.
   *
   * @param text each of its lines ends
   * @see <a href="https://c2sp.org/signed-note">C2SP signed-note, "Ed25519 signatures"</a>
   */
  public NoteSignature sign(String text) {
    byte[] message = text.getBytes(StandardCharsets.UTF_8);
    return NoteSignature.of(verifier, Ed25519.sign(key, message));
  }

  @Override
  public String toString() {
    return "NoteSigner[" + verifier + "]";
  }
}
