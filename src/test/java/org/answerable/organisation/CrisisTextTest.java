package org.answerable.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.answerable.platform.sms.Segments;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CrisisTextTest {
  /** The texts around number and hours. */
  private static final Map<String, String> TEXTS =
      Map.of(
          "en",
          "We are glad you wrote. You are not alone. Please call @ now, @. Someone from our team"
              + " reads this too, but texts are not watched at night.",
          "sw",
          "Tunashukuru umeandika. Hauko peke yako. Tafadhali piga @ sasa, @. Mtu wetu atasoma hii"
              + " pia, ila ujumbe hausomwi usiku.",
          "fr",
          "Merci d'avoir écrit. Vous n'avez pas à rester seul(e). Appelez le @, @. Nous lisons"
              + " aussi, mais pas la nuit.");

  @ParameterizedTest
  @CsvSource({"en, 25", "sw, 44", "fr, 54"})
  void whatFitsIsOneSegmentAndOneSignMoreIsTwo(String language, int room) {
    assertThat(CrisisText.problem(language, with(room))).isEmpty();
    assertThat(CrisisText.problem(language, with(room + 1))).isPresent();
    assertThat(segments(language, room)).isEqualTo(1);
    assertThat(segments(language, room + 1)).isEqualTo(2);
  }

  @Test
  void aLanguageWithoutATextOfItsOwnGetsTheEnglishOne() {
    assertThat(CrisisText.problem("pt", with(25))).isEmpty();
    assertThat(CrisisText.problem("pt", with(26))).isPresent();
  }

  private static Hotline with(int signs) {
    return new Hotline("1190", "a".repeat(signs - 4), LocalDate.EPOCH);
  }

  private static int segments(String language, int room) {
    String text = TEXTS.getOrDefault(language, "").replaceFirst("@", "1190");
    return Segments.of(text.replace("@", "a".repeat(room - 4))).segments();
  }
}
