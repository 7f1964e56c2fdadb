package org.answerable.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The head of a tree, and how it grows. */
class MerkleTreeTest {
  private static final int SIZES = NaiveTree.SIZES;
  private static final int LARGE = Integer.getInteger("largeTree", 100_000);

  @Test
  void headsAreThePublishedOnes() {
    assertThat(Hash.EMPTY).hasToString(TreeVectors.EMPTY);
    for (int size = 1; size <= TreeVectors.HEADS.size(); size++) {
      assertThat(MerkleTree.head(size, TreeVectors.tree())).isEqualTo(TreeVectors.head(size));
    }
  }

  @Test
  void headsAreWhatTheDefinitionSaysForEverySizeUpTo300() {
    NaiveTree naive = NaiveTree.ofSize(SIZES);
    MemoryTree tree = MemoryTree.ofSize(SIZES);
    Frontier frontier = Frontier.EMPTY;
    for (int size = 0; size <= SIZES; size++) {
      assertThat(MerkleTree.head(size, tree)).as("size %d", size).isEqualTo(naive.head(size));
      assertThat(frontier.head()).as("frontier %d", size).isEqualTo(naive.head(size));
      assertThat(frontier.size()).isEqualTo(size);
      frontier = frontier.append(Hash.leaf(NaiveTree.entry(size)));
    }
  }

  @Test
  void aStoredFrontierGoesOnWhereItStood() {
    Frontier kept = Frontier.EMPTY;
    for (int size = 0; size < SIZES; size++) {
      kept = Frontier.of(kept.size(), kept.hashes()).append(Hash.leaf(NaiveTree.entry(size)));
    }
    assertThat(kept.head()).isEqualTo(NaiveTree.ofSize(SIZES).head(SIZES));
  }

  @Test
  void aFrontierIsNotChangedByWhatIsAppendedToIt() {
    Frontier three = Frontier.EMPTY.append(leaf(0)).append(leaf(1)).append(leaf(2));
    Hash before = three.head();
    Frontier one = three.append(leaf(3));
    Frontier other = three.append(leaf(4));
    assertThat(three.head()).isEqualTo(before);
    assertThat(one.head()).isNotEqualTo(other.head());
  }

  @Test
  void aFrontierOfTheWrongNumberOfSubtreesIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> Frontier.of(3, List.of(leaf(0))));
    assertThatIllegalArgumentException().isThrownBy(() -> Frontier.of(-1, List.of()));
    assertThat(Frontier.of(0, List.of()).head()).isEqualTo(Hash.EMPTY);
  }

  @Test
  void noTreeHasANegativeSize() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MerkleTree.head(-1, (level, index) -> Hash.EMPTY));
  }

  @Test
  void aLargeTreeOfRandomEntriesProvesWhatIsInItAndHowItGrew() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    MemoryTree tree = new MemoryTree();
    List<Hash> leaves = new ArrayList<>();
    Frontier frontier = Frontier.EMPTY;
    for (int i = 0; i < LARGE; i++) {
      byte[] entry = new byte[random.nextInt(100)];
      random.nextBytes(entry);
      leaves.add(Hash.leaf(entry));
      tree.append(leaves.getLast());
      frontier = frontier.append(leaves.getLast());
    }
    assertThat(MerkleTree.head(LARGE, tree)).isEqualTo(frontier.head());
    for (int i = 0; i < 1_000; i++) {
      int size = 1 + random.nextInt(LARGE);
      int index = random.nextInt(size);
      Hash head = MerkleTree.head(size, tree);
      assertThat(InclusionProof.prove(index, size, tree).verifies(leaves.get(index), head))
          .as("index %d of %d, seed %d", index, size, seed)
          .isTrue();
      assertThat(ConsistencyProof.prove(size, LARGE, tree).verifies(head, frontier.head()))
          .as("%d to %d, seed %d", size, LARGE, seed)
          .isTrue();
    }
  }

  private static Hash leaf(int number) {
    return Hash.leaf(NaiveTree.entry(number));
  }
}
