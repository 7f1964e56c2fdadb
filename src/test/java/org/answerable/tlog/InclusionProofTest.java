package org.answerable.tlog;

import static org.answerable.tlog.TreeVectors.hashes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class InclusionProofTest {
  private static final int SIZES = NaiveTree.SIZES;
  private static final Hash OTHER = Hash.leaf(new byte[] {42});

  @Test
  void proofsAreThePublishedOnes() {
    MemoryTree tree = TreeVectors.tree();
    assertThat(InclusionProof.prove(0, 8, tree).path())
        .isEqualTo(hashes(TreeVectors.INCLUSION_0_OF_8));
    assertThat(InclusionProof.prove(5, 8, tree).path())
        .isEqualTo(hashes(TreeVectors.INCLUSION_5_OF_8));
    assertThat(InclusionProof.prove(1, 5, tree).path())
        .isEqualTo(hashes(TreeVectors.INCLUSION_1_OF_5));
    assertThat(InclusionProof.prove(0, 1, tree).path()).isEmpty();
  }

  @Test
  void everyEntryOfEveryTreeUpTo300IsProven() {
    NaiveTree naive = NaiveTree.ofSize(SIZES);
    MemoryTree tree = MemoryTree.ofSize(SIZES);
    for (int size = 1; size <= SIZES; size++) {
      for (int index = 0; index < size; index++) {
        InclusionProof proof = InclusionProof.prove(index, size, tree);
        Hash leaf = naive.mth(index, index + 1);
        assertThat(proof.path()).as("%d of %d", index, size).isEqualTo(naive.path(index, size));
        assertThat(proof.verifies(leaf, naive.head(size))).as("%d of %d", index, size).isTrue();
      }
    }
  }

  @Test
  void nothingElseIsProvenInAnyTreeUpTo300() {
    MemoryTree tree = MemoryTree.ofSize(SIZES);
    for (int size = 1; size <= SIZES; size++) {
      Hash head = MerkleTree.head(size, tree);
      for (int index = 0; index < size; index++) {
        InclusionProof proof = InclusionProof.prove(index, size, tree);
        Hash leaf = tree.read(0, index);
        String where = index + " of " + size;
        assertThat(proof.verifies(OTHER, head)).as(where).isFalse();
        assertThat(proof.verifies(leaf, OTHER)).as(where).isFalse();
        changed(proof.path())
            .forEach(
                path ->
                    assertThat(
                            new InclusionProof(proof.index(), proof.treeSize(), path)
                                .verifies(leaf, head))
                        .as(where)
                        .isFalse());
      }
    }
  }

  @Test
  void aProofHoldsAtItsOwnIndexOnly() {
    int size = 37;
    MemoryTree tree = MemoryTree.ofSize(size);
    Hash head = MerkleTree.head(size, tree);
    for (int index = 0; index < size; index++) {
      List<Hash> path = InclusionProof.prove(index, size, tree).path();
      for (int other = 0; other < size; other++) {
        assertThat(new InclusionProof(other, size, path).verifies(tree.read(0, index), head))
            .as("%d as %d", index, other)
            .isEqualTo(index == other);
      }
    }
  }

  /** RFC 9162 §2.1.3.2, step 4a: the path must not go on when the root is reached. */
  @Test
  void aPathThatGoesOnAboveTheRootProvesNothing() {
    Hash leaf = Hash.leaf(new byte[0]);
    Hash above = Hash.node(OTHER, leaf);
    assertThat(new InclusionProof(0, 1, List.of(OTHER)).verifies(leaf, above)).isFalse();
    assertThat(new InclusionProof(0, 1, List.of(OTHER)).verifies(leaf, Hash.node(leaf, OTHER)))
        .isFalse();
  }

  @Test
  void treesOfHostileSizesAreClimbedInTime() {
    List<Hash> path = new ArrayList<>();
    Hash leaf = OTHER;
    Hash head = leaf;
    for (int level = 0; level < 63; level++) {
      path.add(OTHER);
      head = Hash.node(head, OTHER);
    }
    assertThat(new InclusionProof(0, Long.MAX_VALUE, path).verifies(leaf, head)).isTrue();
    assertThat(new InclusionProof(0, Long.MAX_VALUE, path.subList(1, 63)).verifies(leaf, head))
        .isFalse();
  }

  @Test
  void noTreeHasAnIndexBehindItsEnd() {
    assertThatIllegalArgumentException().isThrownBy(() -> new InclusionProof(3, 3, List.of()));
    assertThatIllegalArgumentException().isThrownBy(() -> new InclusionProof(-1, 3, List.of()));
    assertThatIllegalArgumentException().isThrownBy(() -> new InclusionProof(0, 0, List.of()));
  }

  /** Each with one hash other, missing or too much. */
  static List<List<Hash>> changed(List<Hash> path) {
    List<List<Hash>> changed = new ArrayList<>();
    for (int i = 0; i < path.size(); i++) {
      List<Hash> other = new ArrayList<>(path);
      other.set(i, OTHER);
      changed.add(other);
      List<Hash> without = new ArrayList<>(path);
      without.remove(i);
      changed.add(without);
    }
    for (int i = 0; i <= path.size(); i++) {
      List<Hash> more = new ArrayList<>(path);
      more.add(i, OTHER);
      changed.add(more);
    }
    return changed;
  }
}
