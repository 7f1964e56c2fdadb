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

  /** Making one costs as much as using it; each call leaves it as it was. */
  private static final ThreadLocal<Sha256> SHA256 = ThreadLocal.withInitial(Sha256::new);

  /** {@code MTH({}) = SHA-256()}: RFC 6962 §2.1, of the tree without entries. */
  public static final Hash EMPTY = sha256(new byte[0]);

  private final byte[] bytes;

  private Hash(byte[] bytes) {
    this.bytes = bytes;
  }

  /** {@code MTH({d(0)}) = SHA-256(0x00 || d(0))}: RFC 6962 §2.1, of one entry. */
  public static Hash leaf(byte[] entry) {
    Sha256 sha256 = SHA256.get();
    sha256.digest.update(LEAF);
    return sha256.of(entry);
  }

  /**
   * {@code MTH(D[n]) = SHA-256(0x01 || MTH(D[0:k]) || MTH(D[k:n]))}: RFC 6962 §2.1, of a node's two
   * sides.
   */
  public static Hash node(Hash left, Hash right) {
    Sha256 sha256 = SHA256.get();
    left.copyTo(sha256.node, 1);
    right.copyTo(sha256.node, 1 + BYTES);
    return sha256.of(sha256.node);
  }

  /** {@code SHA-256(bytes)}. */
  static Hash sha256(byte[] bytes) {
    return SHA256.get().of(bytes);
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

  /**
   * What {@link #base64} wrote.
   *
   * @param what it is, for people
   */
  public static Hash ofBase64(String text, String what) throws MalformedException {
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

  /** One thread's digest, and the bytes of a node: handed over at once they are hashed faster. */
  private static final class Sha256 {
    private final MessageDigest digest = newDigest();
    private final byte[] node = new byte[1 + 2 * BYTES];

    Sha256() {
      node[0] = NODE;
    }

    /** The digest of what it was given before, and then these. */
    Hash of(byte[] last) {
      byte[] bytes = new byte[BYTES];
      digest.update(last);
      try {
        digest.digest(bytes, 0, BYTES);
      } catch (DigestException e) {
        throw new IllegalStateException("SHA-256 of the JDK gave no 32 bytes", e);
      }
      return new Hash(bytes);
    }

    private static MessageDigest newDigest() {
      try {
        return MessageDigest.getInstance("SHA-256");
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("SHA-256 of the JDK is missing", e);
      }
    }
  }
}
