package org.answerable.platform.sms;

import static org.answerable.platform.sms.Segments.Encoding.GSM_7;
import static org.answerable.platform.sms.Segments.Encoding.UCS_2;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SegmentsTest {
  @Test
  void countsGsmTextsInSeptets() {
    assertThat(Segments.of("")).isEqualTo(new Segments(GSM_7, 0, 1, 160, List.of()));
    assertThat(Segments.of("a".repeat(160))).isEqualTo(new Segments(GSM_7, 160, 1, 160, List.of()));
    assertThat(Segments.of("a".repeat(161))).isEqualTo(new Segments(GSM_7, 161, 2, 306, List.of()));
    assertThat(Segments.of("a".repeat(306)).segments()).isEqualTo(2);
    assertThat(Segments.of("a".repeat(307)).segments()).isEqualTo(3);
  }

  @Test
  void knowsAll128CharactersOfTheBasicAlphabetButTheEscape() {
    long basic =
        IntStream.range(0, 0x2000)
            .filter(character -> Segments.of(Character.toString(character)).units() == 1)
            .filter(character -> Segments.of(Character.toString(character)).encoding() == GSM_7)
            .count();
    assertThat(basic).isEqualTo(127);
    assertThat(Segments.of("èéùìòàÇÆæßñÑü¿¡§¤ΔΩ\n\r").encoding()).isEqualTo(GSM_7);
  }

  @Test
  void holdsThePublishedTablesAndNothingElse() {
    assertThat(NetworkSegments.BASIC).hasSize(128);
    for (int character = 0; character <= Character.MAX_CODE_POINT; character++) {
      String one = Character.toString(character);
      boolean basic = NetworkSegments.BASIC.contains(one);
      boolean extension = NetworkSegments.EXTENSION.contains(one);
      Segments segments = Segments.of(one);
      if (segments.encoding() == GSM_7 != (basic || extension)
          || segments.encoding() == GSM_7 && segments.units() != (extension ? 2 : 1)) {
        assertThat(segments).as("U+%04X", character).isNull();
      }
    }
  }

  @Test
  void countsWhatTheNetworkCounts() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    List<String> alphabets = List.of("aé", "a€[", "aж", "ж🙂", "a€ж🙂\ud83d");
    for (int run = 0; run < 5_000; run++) {
      String alphabet = alphabets.get(random.nextInt(alphabets.size()));
      int[] letters = alphabet.codePoints().toArray();
      StringBuilder text = new StringBuilder();
      for (int length = random.nextInt(700); length > 0; length--) {
        text.appendCodePoint(letters[random.nextInt(letters.length)]);
      }
      List<String> sent = NetworkSegments.of(text.toString());
      assertThat(String.join("", sent)).isEqualTo(text.toString());
      assertThat(Segments.of(text.toString()).segments())
          .as("seed %d, text %d: %s", seed, run, text)
          .isEqualTo(sent.size());
    }
  }

  @Test
  void countsTheExtensionTableTwice() {
    assertThat(Segments.of("€[]{}~|^\\\f").units()).isEqualTo(20);
    assertThat(Segments.of("[".repeat(80)).segments()).isEqualTo(1);
    assertThat(Segments.of("[".repeat(81)).segments()).isEqualTo(2);
  }

  @Test
  void splitsNoEscapedPairBetweenSegments() {
    assertThat(Segments.of("a".repeat(152) + "€" + "a".repeat(151)).segments()).isEqualTo(2);
    assertThat(Segments.of("a".repeat(152) + "€" + "a".repeat(152)).segments()).isEqualTo(3);
  }

  @Test
  void turnsIntoUcs2AndNamesWhatForcedIt() {
    assertThat(Segments.of("Français, août, Français"))
        .isEqualTo(new Segments(UCS_2, 24, 1, 70, List.of("ç", "û")));
    assertThat(Segments.of("ж".repeat(70)).segments()).isEqualTo(1);
    assertThat(Segments.of("ж".repeat(71)).segments()).isEqualTo(2);
    assertThat(Segments.of("ж".repeat(134)).segments()).isEqualTo(2);
    assertThat(Segments.of("ж".repeat(135)).segments()).isEqualTo(3);
  }

  @Test
  void countsAnEmojiAsTwoUnitsAndKeepsItWhole() {
    assertThat(Segments.of("🙂")).isEqualTo(new Segments(UCS_2, 2, 1, 70, List.of("🙂")));
    assertThat(Segments.of("ж".repeat(66) + "🙂" + "ж".repeat(65)).segments()).isEqualTo(2);
    assertThat(Segments.of("ж".repeat(66) + "🙂" + "ж".repeat(66)).segments()).isEqualTo(3);
  }
}
