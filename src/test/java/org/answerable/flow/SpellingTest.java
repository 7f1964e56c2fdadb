package org.answerable.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {
  @ParameterizedTest
  @CsvSource({
    "ada, ada, true", // a short word has no mistakes
    "adda, ada, false",
    "dwaa, dawa, true", // swapped
    "daw, dawa, true", // too few
    "dawwa, dawa, true", // too many
    "dama, dawa, true", // wrong
    "dmaw, dawa, false",
    "waitng, waiting, true",
    "watng, waiting, false",
    "leadrshp, leadership, true", // a long word may have two
    "ledrshp, leadership, false",
    "elaedrship, leadership, true",
    "usalama, usalama, true"
  })
  void knowsAWordByItsMistakesAndItsLength(String written, String meant, boolean near) {
    assertThat(Spelling.isNear(written, meant)).isEqualTo(near);
  }

  /** Against all texts that one mistake makes of a word, listed one by one. */
  @RepeatedTest(50)
  void countsMistakesAsSomebodyWouldMakeThem() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    String meant = word(random, 1 + random.nextInt(5));
    Set<String> once = mistakes(meant);
    for (String written : once) {
      assertThat(Spelling.distance(written, meant))
          .as("seed %d: %s for %s", seed, written, meant)
          .isEqualTo(written.equals(meant) ? 0 : 1);
    }
    for (int run = 0; run < 200; run++) {
      String written = word(random, random.nextInt(7));
      boolean one = once.contains(written);
      assertThat(Spelling.distance(written, meant) <= 1)
          .as("seed %d: %s for %s", seed, written, meant)
          .isEqualTo(one || written.equals(meant));
    }
  }

  private static Set<String> mistakes(String word) {
    Set<String> written = new HashSet<>();
    for (int at = 0; at <= word.length(); at++) {
      for (String letter : "abc".split("")) {
        written.add(word.substring(0, at) + letter + word.substring(at));
        if (at < word.length()) {
          written.add(word.substring(0, at) + letter + word.substring(at + 1));
        }
      }
      if (at < word.length()) {
        written.add(word.substring(0, at) + word.substring(at + 1));
      }
      if (at + 1 < word.length()) {
        written.add(
            word.substring(0, at) + word.charAt(at + 1) + word.charAt(at) + word.substring(at + 2));
      }
    }
    return written;
  }

  private static String word(Random random, int letters) {
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < letters; i++) {
      word.append("abc".charAt(random.nextInt(3)));
    }
    return word.toString();
  }
}
