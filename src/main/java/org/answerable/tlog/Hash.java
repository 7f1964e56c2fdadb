package org.answerable.tlog;

import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * 32 bytes of SHA-256: of a leaf, or of a whole tree.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6962#section-2.1">RFC 6962 §2.1</a>
 */
public final class Hash {
  /** Its length. */
  public static final int BYTES = 32;

  /** Before what is hashed, so that no leaf can pass for a node: RFC 6962 §2.1. */
  private static final byte LEAF = 0x00;

  private static final byte NODE = 0x01;

  /** A digest is used up and begun anew by each call, never between two threads. */
  private static final ThreadLocal<MessageDigest> SHA256 = ThreadLocal.withInitial(Hash::newSha256);

  /** {@code MTH({}) = SHA-256()}: RFC 6962 §2.1, of the tree without entries. */
  public static final Hash EMPTY = sha256(new byte[0]);

  private final byte[] bytes;

  private Hash(byte[] bytes) {
    this.bytes = bytes;
  }

  /** {@code MTH({d(0)}) = SHA-256(0x00 || d(0))}: RFC 6962 §2.1, of one entry. */
  public static Hash leaf(byte[] entry) {
    MessageDigest sha256 = SHA256.get();
    sha256.update(LEAF);
    sha256.update(entry);
    return digest(sha256);
  }

  /**
   * {@code MTH(D[n]) = SHA-256(0x01 || MTH(D[0:k]) || MTH(D[k:n]))}: RFC 6962 §2.1, of a node's two
   * sides.
   */
  public static Hash node(Hash left, Hash right) {
    MessageDigest sha256 = SHA256.get();
    sha256.update(NODE);
    sha256.update(left.bytes);
    sha256.update(right.bytes);
    return digest(sha256);
  }

  /** {@code SHA-256(bytes)}. */
  static Hash sha256(byte[] bytes) {
    MessageDigest sha256 = SHA256.get();
    sha256.update(bytes);
    return digest(sha256);
  }

  /**
   * The hash of 32 bytes.
   *
   * @throws IllegalArgumentException when there are more or fewer
   */
  public static Hash of(byte[] bytes) {
    if (bytes.length != BYTES) {
      throw new IllegalArgumentException("a hash has 32 bytes, not " + bytes.length);
    }
    return new Hash(bytes.clone());
  }

  /** The 32 bytes of an array that begin at an offset. */
  static Hash of(byte[] bytes, int offset) {
    return new Hash(Arrays.copyOfRange(bytes, offset, offset + BYTES));
  }

  static Hash ofBase64(String text, String what) throws MalformedException {
    byte[] bytes = Strict.base64(text, what);
    if (bytes.length != BYTES) {
      throw new MalformedException(what + " has " + bytes.length + " bytes, not 32");
    }
    return new Hash(bytes);
  }

  /** A copy. */
  public byte[] bytes() {
    return bytes.clone();
  }

  void copyTo(byte[] target, int offset) {
    System.arraycopy(bytes, 0, target, offset, BYTES);
  }

  /** As checkpoints and proofs write it. */
  public String base64() {
    return Strict.base64(bytes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Hash hash && Arrays.equals(bytes, hash.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  /** Lower-case hex. */
  @Override
  public String toString() {
    return HexFormat.of().formatHex(bytes);
  }

  private static Hash digest(MessageDigest sha256) {
    byte[] bytes = new byte[BYTES];
    try {
      sha256.digest(bytes, 0, BYTES);
    } catch (DigestException e) {
      throw new IllegalStateException("SHA-256 of the JDK gave no 32 bytes", e);
    }
    return new Hash(bytes);
  }

  private static MessageDigest newSha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 of the JDK is missing", e);
    }
  }
}
