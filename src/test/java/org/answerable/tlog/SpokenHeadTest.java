package org.answerable.tlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SpokenHeadTest {
  /** Computed with {@code python3 -c "print(int(HEX, 16) % 10**20)"}. */
  @Test
  void isTheLastTwentyDigitsOfTheHead() {
    assertThat(spoken("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"))
        .isEqualTo("7939 7001 1156 6508 6549");
    assertThat(spoken("00".repeat(32))).isEqualTo("0000 0000 0000 0000 0000");
    assertThat(spoken("00".repeat(31) + "07")).isEqualTo("0000 0000 0000 0000 0007");
    assertThat(spoken("ff".repeat(32))).isEqualTo("5758 4007 9131 2963 9935");
    assertThat(SpokenHead.of(Hash.EMPTY)).hasToString("7939 7001 1156 6508 6549");
  }

  @Test
  void isAlwaysFiveGroupsOfFourAndChangesWithEachBit() {
    long seed = new Random().nextLong();
    var random = new Random(seed);
    byte[] head = new byte[Hash.BYTES];
    for (int round = 0; round < 10_000; round++) {
      random.nextBytes(head);
      String spoken = SpokenHead.of(Hash.of(head)).digits();
      int bit = random.nextInt(Hash.BYTES * 8);
      head[bit / 8] ^= (byte) (1 << bit % 8);

      assertThat(spoken).as("seed %d", seed).matches("\\d{4}( \\d{4}){4}");
      assertThat(SpokenHead.of(Hash.of(head)).digits()).as("seed %d", seed).isNotEqualTo(spoken);
    }
  }

  private static String spoken(String hex) {
    return SpokenHead.of(Hash.of(HexFormat.of().parseHex(hex))).digits();
  }
}
