package org.answerable.tlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SpokenHeadTest {
  /**
   * Computed with Python: {@code int.from_bytes(hashlib.pbkdf2_hmac('sha256', base64 of the head,
   * b'answerable spoken head v1', 200000, 32)) % 10**20}.
   */
  @Test
  void isTwentyDigitsOfASlowHashOfTheHead() {
    assertThat(spoken("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"))
        .isEqualTo("4464 3204 6763 1660 8767");
    assertThat(spoken("00".repeat(32))).isEqualTo("8517 6446 0524 4722 9497");
    assertThat(spoken("00".repeat(31) + "07")).isEqualTo("3860 3381 4912 7037 6431");
    assertThat(spoken("ff".repeat(32))).isEqualTo("5820 0502 2856 6806 9995");
    assertThat(SpokenHead.of(Hash.EMPTY)).hasToString("4464 3204 6763 1660 8767");
  }

  @Test
  void isAlwaysFiveGroupsOfFourAndChangesWithEachBit() {
    long seed = new Random().nextLong();
    var random = new Random(seed);
    byte[] head = new byte[Hash.BYTES];
    for (int round = 0; round < 5; round++) {
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
