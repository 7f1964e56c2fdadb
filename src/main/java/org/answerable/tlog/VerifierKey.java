package org.answerable.tlog;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Who is believed: a name, what it signs, and the public key. Written as a vkey, {@code <name>+<hex
 * key ID>+<base64(type || public key)>}.
 *
 * @see <a href="https://c2sp.org/signed-note">C2SP signed-note, "Signatures" and "Verifier
 *     keys"</a>
 */
public final class VerifierKey {
  private static final HexFormat HEX = HexFormat.of();

  private final String name;
  private final SignatureType type;
  private final PublicKey key;
  private final int id;
  private final String vkey;

  private VerifierKey(String name, SignatureType type, PublicKey key) {
    this.name = NoteSignature.requireName(name);
    this.type = type;
    this.key = key;
    byte[] typed = typed(type, Ed25519.bytes(key));
    this.id = id(name, typed);
    this.vkey = name + "+" + HEX.toHexDigits(id) + "+" + Strict.base64(typed);
  }

  /**
   * A key of ours.
   *
   * @param name without spaces and plus signs; of a log, its origin
   * @param key of Ed25519
   */
  public static VerifierKey of(String name, SignatureType type, PublicKey key) {
    return new VerifierKey(name, type, key);
  }

  /** Reads a vkey; the key ID must be the one of the rest. */
  public static VerifierKey parse(String vkey) throws MalformedException {
    String[] parts = vkey.split("\\+", 3);
    if (parts.length < 3) {
      throw new MalformedException("a verifier key is name+id+key");
    }
    byte[] typed = Strict.base64(parts[2], "a verifier key's last part");
    if (typed.length != 1 + Ed25519.PUBLIC_KEY_BYTES) {
      throw new MalformedException("a verifier key has a type and 32 bytes");
    }
    SignatureType type = SignatureType.of(typed[0]);
    byte[] key = Arrays.copyOfRange(typed, 1, typed.length);
    if (!NoteSignature.isName(parts[0])) {
      throw new MalformedException("a verifier key's name is empty or has a space");
    }
    VerifierKey read = new VerifierKey(parts[0], type, Ed25519.publicKey(key));
    if (!read.vkey.equals(vkey)) {
      throw new MalformedException("a verifier key's id is not the one of its name and key");
    }
    return read;
  }

  /** {@code key ID = SHA-256(key name || 0x0A || signature type || public key)[:4]}. */
  private static int id(String name, byte[] typed) {
    byte[] line = (name + "\n").getBytes(StandardCharsets.UTF_8);
    byte[] all = Arrays.copyOf(line, line.length + typed.length);
    System.arraycopy(typed, 0, all, line.length, typed.length);
    return ByteBuffer.wrap(Hash.sha256(all).bytes()).getInt();
  }

  private static byte[] typed(SignatureType type, byte[] key) {
    return ByteBuffer.allocate(1 + key.length).put(type.identifier()).put(key).array();
  }

  public String name() {
    return name;
  }

  public SignatureType type() {
    return type;
  }

  /** The first four bytes of a signature of this key, big-endian. */
  public int id() {
    return id;
  }

  /** What people compare by voice. */
  public SpokenKey spoken() {
    return SpokenKey.of(key);
  }

  /** Whether a signature says that it is this key's. Name and id together tell keys apart. */
  boolean claimed(NoteSignature signature) {
    return signature.name().equals(name) && signature.keyId() == id;
  }

  /**
   * Whether a signature is this key's, of that text.
   *
   * @param text a note's
   */
  public boolean verifies(String text, NoteSignature signature) {
    return claimed(signature)
        && switch (type) {
          case ED25519 ->
              Ed25519.verifies(key, text.getBytes(StandardCharsets.UTF_8), signature.bytes());
          case COSIGNATURE -> cosigned(text, signature);
        };
  }

  private boolean cosigned(String text, NoteSignature signature) {
    try {
      Cosignature cosignature = Cosignature.of(signature);
      return Ed25519.verifies(
          key, Cosignature.message(cosignature.time(), text), cosignature.signed());
    } catch (MalformedException e) {
      return false;
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof VerifierKey that && vkey.equals(that.vkey);
  }

  @Override
  public int hashCode() {
    return vkey.hashCode();
  }

  /** The vkey. */
  @Override
  public String toString() {
    return vkey;
  }
}
