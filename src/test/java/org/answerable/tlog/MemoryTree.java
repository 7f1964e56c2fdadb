package org.answerable.tlog;

import java.util.ArrayList;
import java.util.List;

/** All hashes of whole subtrees, level by level, in memory. */
final class MemoryTree implements HashReader {
  private final List<List<Hash>> levels = new ArrayList<>();

  static MemoryTree ofSize(int size) {
    MemoryTree tree = new MemoryTree();
    for (int i = 0; i < size; i++) {
      tree.append(Hash.leaf(NaiveTree.entry(i)));
    }
    return tree;
  }

  void append(Hash leaf) {
    Hash hash = leaf;
    for (int level = 0; ; level++) {
      if (level == levels.size()) {
        levels.add(new ArrayList<>());
      }
      List<Hash> all = levels.get(level);
      all.add(hash);
      if (all.size() % 2 == 1) {
        return;
      }
      hash = Hash.node(all.get(all.size() - 2), all.getLast());
    }
  }

  @Override
  public Hash read(int level, long index) {
    return levels.get(level).get((int) index);
  }
}
