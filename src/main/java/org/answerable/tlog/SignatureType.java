package org.answerable.tlog;

/**
 * What a key signs, as far as this software knows types.
 *
 * @see <a href="https://c2sp.org/signed-note">C2SP signed-note, "Signature types"</a>
 */
public enum SignatureType {
  /** The note's text, by Ed25519. */
  ED25519(0x01),
  /** A moment and the note's text, by a witness, by Ed25519. */
  COSIGNATURE(0x04);

  private final byte identifier;

  SignatureType(int identifier) {
    this.identifier = (byte) identifier;
  }

  byte identifier() {
    return identifier;
  }

  static SignatureType of(byte identifier) throws MalformedException {
    for (SignatureType type : values()) {
      if (type.identifier == identifier) {
        return type;
      }
    }
    throw new MalformedException("a key of an unknown signature type");
  }
}
