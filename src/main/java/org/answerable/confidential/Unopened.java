package org.answerable.confidential;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.answerable.responselog.LogCommitment;

/**
 * What a commitment is that may never be opened in the log.
 *
 * @param salt the outer one, 32 bytes
 * @param textHash 32 bytes
 * @param reference of the feedback
 */
public record Unopened(What what, byte[] salt, byte[] textHash, String reference) {
  private static final int HASH_BYTES = 32;

  /** Why it is not opened. Their order is their number in a note. */
  public enum What {
    /** Set aside, taken back, or not sorted yet. */
    ASIDE,
    /** It accuses somebody: leaders have it, and nobody else. */
    WITH_LEADERS,
    /** A focal point outside has its words. */
    CONFIDED
  }

  /** What enters the log for it. */
  public byte[] commitment(String organisation) {
    return LogCommitment.of(organisation, salt, reference, textHash);
  }

  byte[] bytes() {
    byte[] name = reference.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(1 + 2 * HASH_BYTES + name.length)
        .put((byte) what.ordinal())
        .put(salt)
        .put(textHash)
        .put(name)
        .array();
  }

  /**
   * What {@link #bytes} gave.
   *
   * @throws java.nio.BufferUnderflowException when it is too short
   * @throws IllegalArgumentException when it says of no such thing
   */
  static Unopened of(byte[] bytes) {
    var in = ByteBuffer.wrap(bytes);
    int what = in.get();
    if (what < 0 || what >= What.values().length) {
      throw new IllegalArgumentException("a note about " + what);
    }
    byte[] salt = new byte[HASH_BYTES];
    byte[] textHash = new byte[HASH_BYTES];
    in.get(salt).get(textHash);
    byte[] name = new byte[in.remaining()];
    in.get(name);
    return new Unopened(
        What.values()[what], salt, textHash, new String(name, StandardCharsets.UTF_8));
  }

  /** Where notes stand: the {@code info} of their seal. */
  static byte[] place(String organisation) {
    return ("answerable account v1/" + organisation).getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return "Unopened[redacted]";
  }
}
