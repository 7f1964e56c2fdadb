package org.answerable.constituent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PinVerifierTest {
  private static final byte[] RANDOM = HexFormat.of().parseHex("000102030405060708090a0bffffffff");

  @Test
  void knowsItsPinAndNoOther() {
    String verifier = PinVerifier.of("4821", RANDOM);
    assertThat(PinVerifier.matches("4821", verifier)).isTrue();
    for (String other : new String[] {"4820", "0000", "482", "48210", "", " 4821"}) {
      assertThat(PinVerifier.matches(other, verifier)).as(other).isFalse();
    }
  }

  @Test
  void holdsTheSaltAndNotThePin() {
    byte[] verifier = Base64.getDecoder().decode(PinVerifier.of("4821", RANDOM));
    assertThat(verifier).hasSize(12 + 24);
    assertThat(HexFormat.of().formatHex(verifier)).startsWith("000102030405060708090a0b");
    assertThat(new String(verifier, StandardCharsets.ISO_8859_1)).doesNotContain("4821");
  }

  @Test
  void theSamePinWithAnotherSaltIsAnotherVerifier() {
    byte[] other = RANDOM.clone();
    other[11] ^= 1;
    assertThat(PinVerifier.of("4821", other)).isNotEqualTo(PinVerifier.of("4821", RANDOM));
    other = RANDOM.clone();
    other[12] ^= 1;
    assertThat(PinVerifier.of("4821", other))
        .as("only twelve bytes count")
        .isEqualTo(PinVerifier.of("4821", RANDOM));
  }

  /** More at once than may be computed at once: each waits its turn, and none is mixed up. */
  @Test
  void manyAtOnceAreEachRight() throws Exception {
    String verifier = PinVerifier.of("0007", RANDOM);
    Set<Integer> right = new HashSet<>();
    try (var threads = Executors.newFixedThreadPool(16)) {
      var tries =
          IntStream.range(0, 32)
              .<Future<Boolean>>mapToObj(
                  pin -> threads.submit(() -> PinVerifier.matches("%04d".formatted(pin), verifier)))
              .toList();
      for (int pin = 0; pin < tries.size(); pin++) {
        if (tries.get(pin).get()) {
          right.add(pin);
        }
      }
    }
    assertThat(right).containsExactly(7);
  }
}
