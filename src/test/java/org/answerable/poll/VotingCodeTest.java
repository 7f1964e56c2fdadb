package org.answerable.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.answerable.platform.RandomIds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Printed codes, as they are drawn and as people type them. */
class VotingCodeTest {
  private static final String ALPHABET = "0123456789ACDEFGHJKMNPQRTVWXY";

  @Test
  void noTwoAreAlikeAndEachReadsBack() {
    Set<String> codes = new HashSet<>();
    for (int i = 0; i < 10_000; i++) {
      String code = VotingCode.random(new RandomIds());
      assertThat(VotingCode.parse(code)).contains(code);
      assertThat(codes.add(code)).isTrue();
    }
  }

  @Test
  void noWrongSignAndNoSwapPasses() {
    String code = "K7QM3XWD9";
    for (int place = 0; place < code.length(); place++) {
      for (char other : ALPHABET.toCharArray()) {
        String typed = code.substring(0, place) + other + code.substring(place + 1);
        if (!typed.equals(code)) {
          assertThat(VotingCode.parse(typed)).as(typed).isEmpty();
        }
      }
    }
    for (int place = 0; place + 1 < code.length(); place++) {
      String typed =
          code.substring(0, place)
              + code.charAt(place + 1)
              + code.charAt(place)
              + code.substring(place + 2);
      assertThat(VotingCode.parse(typed)).as(typed).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({"k7qm3xwd9, K7QM3XWD9", "К7QМ3ХWD٩, K7QM3XWD9", "3c9q47tmd, 3C9Q47TMD"})
  void isReadInAnyCaseAndFromOtherKeyboards(String typed, String code) {
    assertThat(VotingCode.parse(typed)).contains(code);
  }

  @Test
  void whatLooksLikeAnotherSignIsReadAsIt() {
    String code;
    do {
      code = VotingCode.random(new RandomIds());
    } while (!code.contains("0") || !code.contains("1") || !code.contains("5"));
    assertThat(VotingCode.parse(code.replace('0', 'o').replace('1', 'l').replace('5', 's')))
        .contains(code);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "K7QM3XWD", "K7QM3XWD99", "733496112", "WATERISGN", "K7QM3XW!9"})
  void otherTextsAreNone(String typed) {
    assertThat(VotingCode.parse(typed)).isEmpty();
  }

  @Test
  void isShownInThrees() {
    assertThat(VotingCode.shown("K7QM3XWD9")).isEqualTo("K7Q-M3X-WD9");
  }
}
