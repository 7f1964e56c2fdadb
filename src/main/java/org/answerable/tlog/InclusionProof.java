package org.answerable.tlog;

import java.util.ArrayList;
import java.util.List;

/**
 * Shows that an entry stands in a tree, to whoever knows the tree's head.
 *
 * @param index of the entry, from 0
 * @param treeSize how many entries the tree has
 * @param path from the leaf's sibling up to the root's child
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6962#section-2.1.1">RFC 6962 §2.1.1, the "Merkle
 *     audit path"</a>
 */
public record InclusionProof(long index, long treeSize, List<Hash> path) {
  public InclusionProof {
    if (index < 0 || index >= treeSize) {
      throw new IllegalArgumentException(
          "a tree of " + treeSize + " entries has no index " + index);
    }
    path = List.copyOf(path);
  }

  /**
   * {@code PATH(m, D[n]) = PATH(m, D[0:k]) : MTH(D[k:n])} for m < k, {@code PATH(m - k, D[k:n]) :
   * MTH(D[0:k])} otherwise; nothing for one leaf: RFC 6962 §2.1.1. Here from the root downwards.
   *
   * @param index m
   * @param treeSize n
   */
  public static InclusionProof prove(long index, long treeSize, HashReader hashes) {
    List<Hash> downwards = new ArrayList<>();
    long from = 0;
    long to = treeSize;
    while (to - from > 1) {
      long middle = from + MerkleTree.split(to - from);
      if (index < middle) {
        downwards.add(MerkleTree.subtree(middle, to, hashes));
        to = middle;
      } else {
        downwards.add(MerkleTree.subtree(from, middle, hashes));
        from = middle;
      }
    }
    return new InclusionProof(index, treeSize, downwards.reversed());
  }

  /**
   * Whether the leaf stands in the tree of that head.
   *
   * @param leaf {@link Hash#leaf} of the entry
   * @see <a href="https://www.rfc-editor.org/rfc/rfc9162#section-2.1.3.2">RFC 9162 §2.1.3.2, whose
   *     names are used</a>
   */
  public boolean verifies(Hash leaf, Hash head) {
    long fn = index;
    long sn = treeSize - 1;
    Hash r = leaf;
    for (Hash p : path) {
      if (sn == 0) {
        return false;
      }
      if ((fn & 1) == 1 || fn == sn) {
        r = Hash.node(p, r);
        while ((fn & 1) == 0 && fn != 0) {
          fn >>= 1;
          sn >>= 1;
        }
      } else {
        r = Hash.node(r, p);
      }
      fn >>= 1;
      sn >>= 1;
    }
    return sn == 0 && r.equals(head);
  }
}
