package org.answerable.confidential;

import java.nio.BufferUnderflowException;
import java.security.GeneralSecurityException;
import java.util.Optional;
import org.answerable.platform.keys.PersonKey;
import org.answerable.platform.keys.PersonSecret;

/** A note about a commitment, sealed to one focal point; all are of one size. */
public final class UnopenedSeal {
  private UnopenedSeal() {}

  public static byte[] seal(Unopened note, String organisation, PersonKey key) {
    return key.seal(note.bytes(), Unopened.place(organisation));
  }

  /** Empty: it was not sealed to them, or is no note. */
  static Optional<Unopened> open(byte[] sealed, String organisation, PersonSecret secret) {
    try {
      return Optional.of(Unopened.of(secret.open(sealed, Unopened.place(organisation))));
    } catch (GeneralSecurityException | BufferUnderflowException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
