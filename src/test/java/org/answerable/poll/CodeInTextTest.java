package org.answerable.poll;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a code stands in what people type. */
class CodeInTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "K7Q-M3X-WD9 3 1 2 | 3 1 2",
        "k7qm3xwd9 312 | 312",
        "K7Q M3X WD9 3 1 2 | 3 1 2",
        "k7q.m3x.wd9,2 | ,2",
        "VOTE K7QM3X-WD9 3=1 2 | VOTE   3=1 2",
        "my code is k7q-m3xwd9 vote 2 | my code is   vote 2",
        "2 K7Q-M3X-WD9 | 2",
        "312 K7Q M3X WD9 | 312"
      })
  void isFoundWithWhatStandsAroundIt(String text, String rest) {
    CodeInText found = CodeInText.find(text).orElseThrow();
    assertThat(found.code()).isEqualTo("K7QM3XWD9");
    assertThat(found.rest(text)).isEqualTo(rest);
  }

  @ParameterizedTest
  @ValueSource(strings = {"K7Q-M3X-WD8 3 1 2", "k7q m3x vd9 2"})
  void whatWasMistypedStillLooksLikeOne(String text) {
    assertThat(CodeInText.find(text).orElseThrow().code()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "STATUS 4821-9307",
        "+ K7QM-2XWD",
        "3 1 2",
        "0733 496 112",
        "call 254733496112 pls",
        "KTM 4821",
        "w00036 the gate was shut",
        "K7QM3X WD9",
        "K7Q M3XWD9"
      })
  void otherNumbersAreNone(String text) {
    assertThat(CodeInText.find(text)).isEmpty();
  }

  /** An amount between two words holds a check sign one time in 29. */
  @Test
  void noAmountBetweenWordsIsOne() {
    for (int amount = 100; amount < 1_000; amount++) {
      assertThat(CodeInText.find("fee " + amount + " kes")).as("fee %d kes", amount).isEmpty();
      assertThat(CodeInText.find("w00" + amount + " the gate")).as("w00%d", amount).isEmpty();
    }
  }

  /** In none of the 300 ways in which people vote is a code that holds. */
  @Test
  void noOrdinaryTextHoldsOne() throws IOException {
    try (InputStream in = requireNonNull(getClass().getResourceAsStream("votes.tsv"))) {
      List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
      assertThat(lines).hasSizeGreaterThan(300);
      for (String line : lines) {
        assertThat(CodeInText.all(line)).as(line).allMatch(found -> found.code() == null);
      }
    }
  }
}
