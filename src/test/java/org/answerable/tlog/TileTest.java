package org.answerable.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TileTest {
  /** The first one is the specification's; most others are those of Go's sumdb/tlog. */
  @ParameterizedTest
  @CsvSource({
    "0, 1234067, 256, tile/0/x001/x234/067",
    "0, 0, 256, tile/0/000",
    "0, 1, 5, tile/0/001.p/5",
    "5, 78, 256, tile/5/078",
    "2, 123456078, 2, tile/2/x123/x456/078.p/2",
    "0, 3057500, 255, tile/0/x003/x057/500.p/255",
    "0, 1000, 256, tile/0/x001/000",
    "7, 0, 1, tile/7/000.p/1",
    "0, 36028797018963967, 256, tile/0/x036/x028/x797/x018/x963/967"
  })
  void isServedAtOnePath(int level, long index, int width, String path) throws MalformedException {
    assertThat(new Tile(level, index, width).path()).isEqualTo(path);
    assertThat(Tile.parse(path)).isEqualTo(new Tile(level, index, width));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "tile",
        "tile/",
        "tile//000",
        "tile/0",
        "tile/0/",
        "tile/0/0",
        "tile/0/00",
        "tile/0/0000",
        "tile/00/000",
        "tile/-1/000",
        "tile/+0/000",
        "tile/8/000",
        "tile/63/000",
        "tile/9223372036854775808/000",
        "tile/entries/000",
        "tile/0/x000/001",
        "tile/0/x00/001",
        "tile/0/001/234",
        "tile/0/x001/x234",
        "tile/0/x001/x234/x067",
        "tile/5/123/456/078",
        "tile/0/000.p/0",
        "tile/0/000.p/256",
        "tile/0/000.p/999",
        "tile/0/000.p/01",
        "tile/0/000.p/-1",
        "tile/0/000.p/",
        "tile/0/000.p",
        "tile/0/000/",
        "/tile/0/000",
        "tile/0/000\n",
        "tile/0/٠٠٠",
        "tile/7/001",
        "tile/0/x036/x028/x797/x018/x963/968",
        "tile/0/x999/x999/x999/x999/x999/999",
        "tile/0/x001/x999/x999/x999/x999/x999/999",
        "tile/0/../000"
      })
  void isNotServedAnywhereElse(String path) {
    assertThatExceptionOfType(MalformedException.class).isThrownBy(() -> Tile.parse(path));
  }

  @Test
  void aTreeHasTheTilesThatTheSpecificationCounts() {
    List<Tile> tiles = Grown.tiles(0, 70_000);
    assertThat(tiles.stream().filter(tile -> tile.level() == 0 && tile.full())).hasSize(273);
    assertThat(tiles.stream().filter(tile -> tile.level() == 1 && tile.full())).hasSize(1);
    assertThat(tiles.stream().filter(tile -> !tile.full()))
        .containsExactly(new Tile(0, 273, 112), new Tile(1, 1, 17), new Tile(2, 0, 1));
    assertThat(Grown.tiles(0, 256)).containsExactly(new Tile(0, 0, 256), new Tile(1, 0, 1));
    assertThat(Grown.tiles(0, 0)).isEmpty();
  }

  @Test
  void whatChangesWhenATreeGrowsIsWhatTheLargerHasAndTheSmallerHasNot() {
    for (int from = 0; from <= 600; from++) {
      for (int to = from; to <= 600; to++) {
        assertGrown(from, to);
      }
    }
  }

  @Test
  void theSameIsTrueOfLargeTrees() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int i = 0; i < 200; i++) {
      long around = random.nextBoolean() ? 65_536 : 2 * 65_536;
      long from = around + random.nextInt(-600, 600);
      assertGrown(from, from + random.nextInt(1_000));
    }
  }

  private static void assertGrown(long from, long to) {
    Set<Tile> expected = new HashSet<>(tiles(to));
    tiles(from).forEach(expected::remove);
    List<Tile> grown = Grown.tiles(from, to);
    assertThat(new HashSet<>(grown)).as("%d to %d", from, to).isEqualTo(expected);
    assertThat(grown).doesNotHaveDuplicates();
  }

  /** All of a tree's, as the specification says: floor(s / 256**l) hashes, 256 in each. */
  private static List<Tile> tiles(long size) {
    List<Tile> tiles = new ArrayList<>();
    int level = 0;
    for (long left = size; left > 0; left /= 256, level++) {
      int at = level;
      LongStream.range(0, left / 256).forEach(index -> tiles.add(new Tile(at, index, 256)));
      if (left % 256 > 0) {
        tiles.add(new Tile(level, left / 256, (int) (left % 256)));
      }
    }
    return tiles;
  }

  @Test
  void holdsTheHashesOfItsLevel() {
    NaiveTree naive = NaiveTree.ofSize(600);
    byte[] leaves = Tile.of(0, 2, 600).read(MemoryTree.ofSize(600));
    assertThat(leaves).hasSize(88 * Hash.BYTES);
    assertThat(Hash.of(leaves, 87 * Hash.BYTES)).isEqualTo(naive.mth(599, 600));
    byte[] above = Tile.of(1, 0, 600).read(MemoryTree.ofSize(600));
    assertThat(above).hasSize(2 * Hash.BYTES);
    assertThat(Hash.of(above, Hash.BYTES)).isEqualTo(naive.mth(256, 512));
  }

  @Test
  void noTreeHasATileBehindItsEnd() {
    assertThatIllegalArgumentException().isThrownBy(() -> Tile.of(0, 1, 256));
    assertThatIllegalArgumentException().isThrownBy(() -> Tile.of(1, 0, 255));
    assertThatIllegalArgumentException().isThrownBy(() -> Tile.of(0, 1L << 40, 5));
    assertThatIllegalArgumentException().isThrownBy(() -> new Tile(8, 0, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new Tile(-1, 0, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new Tile(0, -1, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new Tile(0, 0, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> new Tile(0, 0, 257));
    assertThatIllegalArgumentException().isThrownBy(() -> new Tile(7, 1, 1));
    assertThat(Tile.of(7, 0, Long.MAX_VALUE).width()).isEqualTo(127);
    assertThat(Tile.of(7, 0, Long.MAX_VALUE).full()).isFalse();
  }
}
