package org.answerable.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TiledHashesTest {
  private static final int LARGE = 140_000;

  @Test
  void everyHashOfEveryTreeUpTo600IsReadThroughTiles() {
    MemoryTree tree = MemoryTree.ofSize(600);
    MemoryLog log = new MemoryLog();
    for (int size = 1; size <= 600; size++) {
      Hash head = log.grow(size - 1, size);
      TiledHashes hashes = TiledHashes.open(size, head, log);
      for (int level = 0; size >> level > 0; level++) {
        for (int index = 0; index < size >> level; index++) {
          assertThat(hashes.read(level, index))
              .as("%d at level %d of %d", index, level, size)
              .isEqualTo(tree.read(level, index));
        }
      }
    }
  }

  @Test
  void proofsOfALargeLogAreMadeOfTiles() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    MemoryLog log = new MemoryLog();
    Hash head = log.grow(0, LARGE);
    MemoryTree tree = MemoryTree.ofSize(LARGE);
    TiledHashes hashes = TiledHashes.open(LARGE, head, log);
    for (int i = 0; i < 200; i++) {
      int index = random.nextInt(LARGE);
      assertThat(InclusionProof.prove(index, LARGE, hashes))
          .as("index %d, seed %d", index, seed)
          .isEqualTo(InclusionProof.prove(index, LARGE, tree));
      assertThat(ConsistencyProof.prove(index, LARGE, hashes))
          .as("from %d, seed %d", index, seed)
          .isEqualTo(ConsistencyProof.prove(index, LARGE, tree));
    }
  }

  @Test
  void aTreeWithoutEntriesHasNoTiles() {
    TileReader none =
        tile -> {
          throw new AssertionError(tile.path());
        };
    TiledHashes hashes = TiledHashes.open(0, Hash.EMPTY, none);
    assertThatIllegalArgumentException().isThrownBy(() -> hashes.read(0, 0));
    assertThatExceptionOfType(TileMismatchException.class)
        .isThrownBy(() -> TiledHashes.open(0, Hash.leaf(new byte[0]), none));
  }

  /** For each tile of logs of several shapes, one bit of one hash is turned. */
  @Test
  void aTurnedBitInAnyTileIsFoundAndTheTileNamed() {
    for (int size : new int[] {1, 2, 255, 256, 257, 513, 65_535, 65_536, 70_000}) {
      MemoryLog log = new MemoryLog();
      Hash head = log.grow(0, size);
      List<Tile> tiles = new ArrayList<>(Grown.tiles(0, size));
      tiles.removeIf(tile -> tile.level() == 0 && tile.index() % 97 > 1);
      for (Tile tile : tiles) {
        assertFound(log, size, head, tile);
      }
    }
  }

  private static void assertFound(MemoryLog log, int size, Hash head, Tile tile) {
    TileReader turned =
        asked -> {
          byte[] bytes = log.read(asked);
          if (asked.equals(tile)) {
            bytes[bytes.length / 2] ^= 1;
          }
          return bytes;
        };
    assertThatExceptionOfType(TileMismatchException.class)
        .as("%s of %d", tile.path(), size)
        .isThrownBy(
            () ->
                TiledHashes.open(size, head, turned)
                    .read(tile.level() * Tile.HEIGHT, tile.index() * Tile.WIDTH))
        .matches(wrong -> !tile.full() || wrong.tile().equals(tile))
        .withMessageStartingWith("tile/");
  }

  @Test
  void aTileOfAnotherLengthIsRefused() {
    MemoryLog log = new MemoryLog();
    Hash head = log.grow(0, 300);
    for (int more : new int[] {-32, -1, 1, 32}) {
      assertThatExceptionOfType(TileMismatchException.class)
          .isThrownBy(
              () ->
                  TiledHashes.open(
                      300,
                      head,
                      tile -> {
                        byte[] bytes = log.read(tile);
                        return Arrays.copyOf(bytes, bytes.length + more);
                      }))
          .withMessage("tile/0/001.p/44 has %d bytes, not 1408", 1408 + more);
    }
  }

  @Test
  void theHeadOfAnotherTreeIsRefused() {
    MemoryLog log = MemoryLog.ofSize(300);
    assertThatExceptionOfType(TileMismatchException.class)
        .isThrownBy(() -> TiledHashes.open(300, Hash.EMPTY, log))
        .withMessageContaining("do not make the tree's head");
  }

  @Test
  void hashesThatTheTreeDoesNotHaveAreRefused() {
    MemoryLog log = new MemoryLog();
    TiledHashes hashes = TiledHashes.open(300, log.grow(0, 300), log);
    assertThat(hashes.read(0, 299)).isEqualTo(Hash.leaf(NaiveTree.entry(299)));
    for (long[] wrong :
        new long[][] {{0, 300}, {0, -1}, {-1, 0}, {8, 1}, {9, 0}, {62, 0}, {63, 0}, {64, 0}}) {
      assertThatIllegalArgumentException()
          .as(Arrays.toString(wrong))
          .isThrownBy(() -> hashes.read((int) wrong[0], wrong[1]));
    }
  }

  @Test
  void aTileIsAskedForOnceWhileItIsKept() {
    MemoryLog log = new MemoryLog();
    Hash head = log.grow(0, 1_000);
    List<Tile> asked = new ArrayList<>();
    TiledHashes hashes =
        TiledHashes.open(
            1_000,
            head,
            tile -> {
              asked.add(tile);
              return log.read(tile);
            });
    for (int index = 0; index < 1_000; index++) {
      hashes.read(0, index);
    }
    assertThat(asked).doesNotHaveDuplicates().hasSize(5);
  }

  @Test
  void onlySomeTilesAreKept() {
    MemoryLog log = new MemoryLog();
    int size = 66 * 256;
    Hash head = log.grow(0, size);
    List<Tile> asked = new ArrayList<>();
    TiledHashes hashes =
        TiledHashes.open(
            size,
            head,
            tile -> {
              asked.add(tile);
              return log.read(tile);
            });
    for (int index = 0; index < size; index += 256) {
      hashes.read(0, index);
    }
    hashes.read(0, size - 1);
    assertThat(asked).doesNotHaveDuplicates();
    hashes.read(0, 0);
    assertThat(asked).endsWith(new Tile(0, 0, 256));
  }
}
