package org.answerable.tlog;

import static org.answerable.tlog.TreeVectors.hashes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class ConsistencyProofTest {
  private static final int SIZES = NaiveTree.SIZES;
  private static final Hash OTHER = Hash.leaf(new byte[] {42});

  @Test
  void proofsAreThePublishedOnes() {
    MemoryTree tree = TreeVectors.tree();
    assertThat(ConsistencyProof.prove(1, 8, tree).path())
        .isEqualTo(hashes(TreeVectors.CONSISTENCY_1_TO_8));
    assertThat(ConsistencyProof.prove(6, 8, tree).path())
        .isEqualTo(hashes(TreeVectors.CONSISTENCY_6_TO_8));
    assertThat(ConsistencyProof.prove(2, 5, tree).path())
        .isEqualTo(hashes(TreeVectors.CONSISTENCY_2_TO_5));
  }

  @Test
  void everyTreeUpTo300IsProvenToBeginWithEachSmallerOne() {
    NaiveTree naive = NaiveTree.ofSize(SIZES);
    MemoryTree tree = MemoryTree.ofSize(SIZES);
    for (int to = 1; to <= SIZES; to++) {
      for (int from = 1; from <= to; from++) {
        ConsistencyProof proof = ConsistencyProof.prove(from, to, tree);
        assertThat(proof.path()).as("%d to %d", from, to).isEqualTo(naive.proof(from, to));
        assertThat(proof.verifies(naive.head(from), naive.head(to)))
            .as("%d to %d", from, to)
            .isTrue();
      }
    }
  }

  @Test
  void nothingElseIsProvenOfAnyTreesUpTo300() {
    MemoryTree tree = MemoryTree.ofSize(SIZES);
    for (int to = 1; to <= SIZES; to++) {
      Hash toHead = MerkleTree.head(to, tree);
      for (int from = 1; from <= to; from++) {
        Hash fromHead = MerkleTree.head(from, tree);
        ConsistencyProof proof = ConsistencyProof.prove(from, to, tree);
        String where = from + " to " + to;
        assertThat(proof.verifies(OTHER, toHead)).as(where).isFalse();
        assertThat(proof.verifies(fromHead, OTHER)).as(where).isFalse();
        InclusionProofTest.changed(proof.path())
            .forEach(
                path ->
                    assertThat(
                            new ConsistencyProof(proof.from(), proof.to(), path)
                                .verifies(fromHead, toHead))
                        .as(where)
                        .isFalse());
      }
    }
  }

  @Test
  void outOfTheEmptyTreeEachOneGrowsWithoutAProof() {
    MemoryTree tree = MemoryTree.ofSize(5);
    Hash head = MerkleTree.head(5, tree);
    assertThat(ConsistencyProof.prove(0, 5, tree).path()).isEmpty();
    assertThat(ConsistencyProof.prove(0, 5, tree).verifies(Hash.EMPTY, head)).isTrue();
    assertThat(ConsistencyProof.prove(0, 0, tree).verifies(Hash.EMPTY, Hash.EMPTY)).isTrue();
    assertThat(new ConsistencyProof(0, 0, List.of()).verifies(Hash.EMPTY, head)).isFalse();
    assertThat(new ConsistencyProof(0, 5, List.of()).verifies(head, head)).isFalse();
    assertThat(new ConsistencyProof(0, 5, List.of(OTHER)).verifies(Hash.EMPTY, head)).isFalse();
  }

  @Test
  void aTreeOfTheSameSizeIsTheSameTree() {
    assertThat(new ConsistencyProof(4, 4, List.of()).verifies(OTHER, OTHER)).isTrue();
    assertThat(new ConsistencyProof(4, 4, List.of()).verifies(OTHER, Hash.EMPTY)).isFalse();
    assertThat(new ConsistencyProof(4, 4, List.of(OTHER)).verifies(OTHER, OTHER)).isFalse();
  }

  @Test
  void aProofWithoutHashesProvesNoGrowth() {
    assertThat(new ConsistencyProof(3, 4, List.of()).verifies(OTHER, OTHER)).isFalse();
    assertThat(new ConsistencyProof(2, 4, List.of()).verifies(OTHER, OTHER)).isFalse();
  }

  @Test
  void noTreeGrowsSmaller() {
    assertThatIllegalArgumentException().isThrownBy(() -> new ConsistencyProof(4, 3, List.of()));
    assertThatIllegalArgumentException().isThrownBy(() -> new ConsistencyProof(-1, 3, List.of()));
    assertThat(
            new ConsistencyProof(Long.MAX_VALUE - 1, Long.MAX_VALUE, List.of(OTHER))
                .verifies(OTHER, OTHER))
        .isFalse();
  }
}
