package org.answerable.tlog;

import java.util.Arrays;
import java.util.List;

/**
 * All of a tree that is needed to let it grow: the hashes of its whole subtrees, the largest first,
 * one for each bit that is set in its size. Appending makes at most one node a level. Immutable;
 * {@link #size} and {@link #hashes} store it, {@link #of} brings it back.
 */
public final class Frontier {
  /** Of the tree without entries. */
  public static final Frontier EMPTY = new Frontier(0, new Hash[0]);

  private final long size;
  private final Hash[] hashes;

  private Frontier(long size, Hash[] hashes) {
    this.size = size;
    this.hashes = hashes;
  }

  /**
   * What was stored.
   *
   * @throws IllegalArgumentException when a tree of that size has not so many subtrees
   */
  public static Frontier of(long size, List<Hash> hashes) {
    if (size < 0 || hashes.size() != Long.bitCount(size)) {
      throw new IllegalArgumentException(
          "a tree of " + size + " entries has not " + hashes.size() + " whole subtrees");
    }
    return new Frontier(size, hashes.toArray(Hash[]::new));
  }

  /** How many entries the tree has. */
  public long size() {
    return size;
  }

  public List<Hash> hashes() {
    return List.of(hashes);
  }

  /**
   * The tree with one more leaf: RFC 6962 §2.1. Two whole subtrees of one size become one, for each
   * bit that is carried when its size is counted up.
   */
  public Frontier append(Hash leaf) {
    int left = hashes.length;
    Hash whole = leaf;
    for (long carry = size; (carry & 1) == 1; carry >>= 1) {
      whole = Hash.node(hashes[--left], whole);
    }
    Hash[] next = Arrays.copyOf(hashes, left + 1);
    next[left] = whole;
    return new Frontier(size + 1, next);
  }

  /** {@code MTH(D[size])}: RFC 6962 §2.1. */
  public Hash head() {
    if (size == 0) {
      return Hash.EMPTY;
    }
    Hash head = hashes[hashes.length - 1];
    for (int i = hashes.length - 2; i >= 0; i--) {
      head = Hash.node(hashes[i], head);
    }
    return head;
  }
}
