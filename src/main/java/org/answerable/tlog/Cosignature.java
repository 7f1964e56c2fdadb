package org.answerable.tlog;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.time.Instant;

/**
 * A witness's statement: at that time, this was the largest tree of the log that it had seen, and
 * all before was in it.
 *
 * @param time in whole seconds, not before 1970
 * @param signed the Ed25519 signature
 * @see <a href="https://c2sp.org/tlog-cosignature">C2SP tlog-cosignature, "Format"</a>
 */
public record Cosignature(Instant time, byte[] signed) {
  /** {@code struct { u64 timestamp; opaque ed25519_signature[64]; }}. */
  private static final int BYTES = Long.BYTES + Ed25519.SIGNATURE_BYTES;

  private static final long SECONDS_MAX = Instant.MAX.getEpochSecond();

  public Cosignature {
    signed = signed.clone();
  }

  /** Reads what a witness's signature holds behind the key ID. */
  public static Cosignature of(NoteSignature signature) throws MalformedException {
    byte[] bytes = signature.bytes();
    if (bytes.length != BYTES) {
      throw new MalformedException("a cosignature has " + BYTES + " bytes, not " + bytes.length);
    }
    ByteBuffer fields = ByteBuffer.wrap(bytes);
    long seconds = fields.getLong();
    if (seconds < 0 || seconds > SECONDS_MAX) {
      throw new MalformedException("a cosignature of a time that no calendar has");
    }
    byte[] signed = new byte[Ed25519.SIGNATURE_BYTES];
    fields.get(signed);
    return new Cosignature(Instant.ofEpochSecond(seconds), signed);
  }

  @Override
  public byte[] signed() {
    return signed.clone();
  }

  /**
   * What is signed: a header line, a line with the time, and the note's text.
   *
   * @see <a href="https://c2sp.org/tlog-cosignature">C2SP tlog-cosignature, "Ed25519 signed
   *     message"</a>
   */
  static byte[] message(Instant time, String text) {
    String message = "cosignature/v1\ntime " + time.getEpochSecond() + "\n" + text;
    return message.getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Cosigns as a witness of that name does; whether the tree deserves it was looked at before.
   *
   * @param keys of Ed25519, used for nothing else
   * @param text a checkpoint's
   */
  public static NoteSignature sign(String name, KeyPair keys, String text, Instant time) {
    byte[] signed = Ed25519.sign(keys.getPrivate(), message(time, text));
    return NoteSignature.of(
        VerifierKey.of(name, SignatureType.COSIGNATURE, keys.getPublic()),
        ByteBuffer.allocate(BYTES).putLong(time.getEpochSecond()).put(signed).array());
  }
}
