package org.answerable.tlog;

/**
 * The tree over the entries {@code D[0:n]}. Its hashes are asked for one by one; nothing here reads
 * more than {@code log2(n)} of them.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6962#section-2.1">RFC 6962 §2.1</a>
 */
public final class MerkleTree {
  /** The most hashes that a proof can have: a tree has fewer than 2^63 entries. */
  static final int PATH_MAX = 63;

  private MerkleTree() {}

  /**
   * {@code MTH(D[n])}: RFC 6962 §2.1, the head of the tree of the first entries.
   *
   * @param size n
   */
  public static Hash head(long size, HashReader hashes) {
    if (size < 0) {
      throw new IllegalArgumentException("a tree of " + size + " entries");
    }
    return size == 0 ? Hash.EMPTY : subtree(0, size, hashes);
  }

  /**
   * {@code MTH(D[from:to])}: RFC 6962 §2.1, of a subtree that the definition's splits lead to. It
   * is whole subtrees side by side, the largest first; the smallest two make one, and so on.
   */
  static Hash subtree(long from, long to, HashReader hashes) {
    long rest = to - from;
    int level = Long.numberOfTrailingZeros(rest);
    Hash hash = hashes.read(level, (to >> level) - 1);
    while ((rest &= rest - 1) != 0) {
      level = Long.numberOfTrailingZeros(rest);
      hash = Hash.node(hashes.read(level, (to >> level) - 1), hash);
    }
    return hash;
  }

  /** {@code k}, the largest power of two smaller than {@code n}: RFC 6962 §2.1; n is 2 or more. */
  static long split(long n) {
    return Long.highestOneBit(n - 1);
  }
}
