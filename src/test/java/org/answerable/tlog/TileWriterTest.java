package org.answerable.tlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TileWriterTest {
  private static final int LARGE = 140_000;

  @Test
  void writesTheTilesOfEverySizeUpTo600() {
    MemoryTree tree = MemoryTree.ofSize(600);
    MemoryLog log = new MemoryLog();
    for (int size = 0; size <= 600; size++) {
      Hash head = log.grow(Math.max(0, size - 1), size);
      assertThat(head).as("size %d", size).isEqualTo(MerkleTree.head(size, tree));
      assertTiles(log, size, tree);
    }
  }

  @Test
  void writesExactlyWhatChanges() {
    for (int from = 0; from <= 600; from += 13) {
      MemoryLog before = MemoryLog.ofSize(from);
      for (int to = from; to <= from + 300; to += 11) {
        List<Tile> written = new ArrayList<>();
        TileWriter writer = TileWriter.at(from, before, (tile, bytes) -> written.add(tile));
        for (int i = from; i < to; i++) {
          writer.append(Hash.leaf(NaiveTree.entry(i)));
        }
        assertThat(writer.size()).isEqualTo(to);
        writer.finish();
        assertThat(written)
            .as("%d to %d", from, to)
            .containsExactlyInAnyOrderElementsOf(Grown.tiles(from, to));
      }
    }
  }

  @Test
  void growsALargeLogInRandomSteps() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    MemoryTree tree = MemoryTree.ofSize(LARGE);
    MemoryLog log = new MemoryLog();
    int size = 0;
    while (size < LARGE) {
      int next = Math.min(LARGE, size + random.nextInt(1, 3_000));
      assertThat(log.grow(size, next))
          .as("%d to %d, seed %d", size, next, seed)
          .isEqualTo(MerkleTree.head(next, tree));
      size = next;
    }
    assertTiles(log, LARGE, tree);
  }

  /** A {@link MemoryLog} refuses other bytes in the place of some. */
  @Test
  void aSecondTryAfterACrashWritesTheSame() {
    MemoryLog log = MemoryLog.ofSize(250);
    Hash first = log.grow(250, 770);
    assertThat(log.grow(250, 770)).isEqualTo(first);
    assertThat(log.grow(770, 770)).isEqualTo(first);
  }

  @Test
  void goesOnAfterItFinished() {
    MemoryLog log = new MemoryLog();
    MemoryTree tree = MemoryTree.ofSize(600);
    TileWriter writer = TileWriter.at(0, log, log);
    for (int size = 1; size <= 600; size++) {
      writer.append(Hash.leaf(NaiveTree.entry(size - 1)));
      assertThat(writer.finish()).as("size %d", size).isEqualTo(MerkleTree.head(size, tree));
    }
  }

  @Test
  void readsOnlyTheRightEdge() {
    MemoryLog log = MemoryLog.ofSize(70_000);
    List<Tile> read = new ArrayList<>();
    TileWriter.at(
        70_000,
        tile -> {
          read.add(tile);
          return log.read(tile);
        },
        log);
    assertThat(read).containsExactly(new Tile(0, 273, 112), new Tile(1, 1, 17), new Tile(2, 0, 1));
  }

  private static void assertTiles(MemoryLog log, int size, MemoryTree tree) {
    for (Tile tile : Grown.tiles(0, size)) {
      assertThat(log.read(tile)).as(tile.path()).isEqualTo(tile.read(tree));
    }
  }
}
