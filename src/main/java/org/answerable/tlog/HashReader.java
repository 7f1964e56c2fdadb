package org.answerable.tlog;

/** Where the hashes of a tree's whole subtrees come from. */
@FunctionalInterface
public interface HashReader {
  /**
   * {@code MTH(D[index * 2^level : (index + 1) * 2^level])}: RFC 6962 §2.1, of a subtree without
   * gaps.
   *
   * @param level 0 for leaves
   * @param index within the level, from 0; only of subtrees whose last leaf is in the tree
   */
  Hash read(int level, long index);
}
