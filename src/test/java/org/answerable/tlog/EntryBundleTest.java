package org.answerable.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntryBundleTest {
  @ParameterizedTest
  @CsvSource({
    "1234067, 256, tile/entries/x001/x234/067",
    "0, 1, tile/entries/000.p/1",
    "36028797018963967, 255, tile/entries/x036/x028/x797/x018/x963/967.p/255"
  })
  void isServedAtOnePath(long index, int width, String path) throws MalformedException {
    assertThat(new EntryBundle(index, width).path()).isEqualTo(path);
    assertThat(EntryBundle.parse(path)).isEqualTo(new EntryBundle(index, width));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "tile/entries",
        "tile/entries/",
        "tile/0/000",
        "tile/entries/000.p/256",
        "tile/entries/x000/000",
        "tile/entries/x036/x028/x797/x018/x963/968"
      })
  void isNotServedAnywhereElse(String path) {
    assertThatExceptionOfType(MalformedException.class).isThrownBy(() -> EntryBundle.parse(path));
  }

  @Test
  void growsLikeTheTilesOfLeaves() {
    for (int from = 0; from <= 600; from += 7) {
      for (int to = from; to <= 600; to++) {
        assertThat(Grown.bundles(from, to).stream().map(EntryBundle::path))
            .as("%d to %d", from, to)
            .isEqualTo(
                Grown.tiles(from, to).stream()
                    .filter(tile -> tile.level() == 0)
                    .map(tile -> tile.path().replace("tile/0/", "tile/entries/"))
                    .toList());
      }
    }
  }

  @Test
  void putsTheLengthBeforeEachEntry() throws MalformedException {
    byte[] longer = new byte[0x0102];
    byte[] served = EntryBundle.bytes(List.of(new byte[] {7}, new byte[0], longer));
    assertThat(HexFormat.of().formatHex(served))
        .isEqualTo("0001" + "07" + "0000" + "0102" + "00".repeat(0x0102));
    assertThat(new EntryBundle(0, 3).entries(served))
        .containsExactly(new byte[] {7}, new byte[0], longer);
    assertThat(new EntryBundle(0, 1).entries(EntryBundle.bytes(List.of(new byte[0]))))
        .containsExactly(new byte[0]);
  }

  @Test
  void takesEntriesUpToTheirLimit() throws MalformedException {
    byte[] served = EntryBundle.bytes(List.of(new byte[EntryBundle.ENTRY_BYTES_MAX]));
    assertThat(new EntryBundle(0, 1).entries(served).getFirst())
        .hasSize(EntryBundle.ENTRY_BYTES_MAX);
    List<byte[]> more = List.of(new byte[EntryBundle.ENTRY_BYTES_MAX + 1]);
    assertThatIllegalArgumentException().isThrownBy(() -> EntryBundle.bytes(more));
  }

  @ParameterizedTest
  @CsvSource({
    "0001070000, 'tile/entries/000.p/1 goes on behind its last entry'",
    "'', tile/entries/000.p/1 has only 0 entries",
    "00, tile/entries/000.p/1 ends in the length of entry 0",
    "000207, tile/entries/000.p/1 ends in entry 0",
    "ffff07, tile/entries/000.p/1 ends in entry 0"
  })
  void refusesWhatHasMoreOrFewerBytes(String hex, String what) {
    assertThatExceptionOfType(MalformedException.class)
        .isThrownBy(() -> new EntryBundle(0, 1).entries(HexFormat.of().parseHex(hex)))
        .withMessage(what);
  }

  @Test
  void noTreeHasABundleBehindItsEnd() {
    assertThatIllegalArgumentException().isThrownBy(() -> EntryBundle.of(1, 256));
    assertThatIllegalArgumentException().isThrownBy(() -> new EntryBundle(-1, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new EntryBundle(0, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> new EntryBundle(0, 257));
    assertThatIllegalArgumentException().isThrownBy(() -> new EntryBundle(1L << 55, 1));
    assertThat(EntryBundle.of(1, 257)).isEqualTo(new EntryBundle(1, 1));
  }
}
