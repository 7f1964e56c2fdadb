package org.answerable.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "call me on 0712 345-678 pls | 0712 345-678",
        "call +254 (0) 712 345678 | +254 (0) 712 345678",
        "no is 07.. call me | 07",
        "namba ٠٧١٢٣٤٥٦٧٨ piga | ٠٧١٢٣٤٥٦٧٨",
        "im14 plz help | 14",
        "came 5am seen 2pm | 5am,2pm",
        "transprt is 200 each tym | 200",
        "recepshon shouted infront of evry1 | ''",
        "he wants me out 2moro | ''",
        "write to a.b-c@example.org now | a.b-c@example.org",
        "see http://x.example/a?b=1 there | http://x.example/a?b=1",
        "on facebook.com/asha.k today | facebook.com/asha.k",
        "ask @asha_k on it | @asha_k",
        "the nurse called Wanjiku shouted | Wanjiku",
        "the nurse Mary Wanjiku shouted. She left | Mary Wanjiku",
        "my name is asha | asha",
        "my name is asha otieno no is 07.. | asha,otieno,07",
        "jina langu ni neema | neema",
        "naitwa juma | juma",
        "je m'appelle awa | awa",
        "je m’appelle awa diallo | awa,diallo",
        "dr otieno said no | otieno",
        "go to window 4 now | window 4",
        "dirisha la 2 walinifukuza | dirisha la 2",
        "police beat us near bridge | near bridge",
        "dawa hamna tena mto clinic | mto",
        "rupture au centre mto on ns dit | mto",
      })
  void marksWhatCouldIdentify(String text, String expected) {
    String found =
        String.join(
            ",",
            Redaction.marks(text).stream()
                .map(mark -> text.substring(mark.start(), mark.end()))
                .toList());
    assertThat(found).isEqualTo(expected.strip());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tell the chair to stop giving food only to her frends",
        "Stop nurses asking us many qns in corridor",
        "nimeskia sindano mpya inaponya kabisa ni kweli?",
        "thank u for the opening. It realy helps! I come again",
        "they gave my result to my husband",
        "ths org is lyk family bt d office is always closed wen we come"
      })
  void leavesAloneWhatCouldNot(String text) {
    assertThat(Redaction.marks(text)).isEmpty();
  }

  @Test
  void takesOutWhatIsHiddenAndKeepsTheRest() {
    String text = "Wanjiku from window 4 heard it. call me on 0712 345 678. im not going back";
    String result = Redaction.apply(text, Redaction.marks(text), List.of("WANJIKU"));
    assertThat(result).isEqualTo("[…] from […] heard it. call me on […]. im not going back");
  }

  @Test
  void takesOutNeighboursAsOne() {
    String text = "my name is asha otieno, bye";
    assertThat(Redaction.apply(text, Redaction.marks(text), List.of()))
        .isEqualTo("my name is […], bye");
  }

  @Test
  void takesFurtherWordsAsTheyStandAndNotAsAPattern() {
    assertThat(Redaction.apply("a.b axb", List.of(), List.of("a.b", "", " "))).isEqualTo("[…] axb");
  }

  /** Whatever a leader hides, what remains are pieces of the original in their order. */
  @Test
  void neverSaysWhatTheConstituentDidNot() {
    long seed = 20261124;
    var random = new Random(seed);
    String signs = "ab 1.@Ñ😀\n[…]MaryW/";
    for (int round = 0; round < 2000; round++) {
      String text = someOf(signs, random, 40);
      var also = List.of(someOf(signs, random, 2), someOf(signs, random, 1));
      var hidden = Redaction.marks(text).stream().filter(mark -> random.nextBoolean()).toList();
      String result = Redaction.apply(text, hidden, also);
      int at = 0;
      for (String piece : result.split(Pattern.quote(Redaction.TAKEN_OUT))) {
        int found = text.indexOf(piece, at);
        assertThat(found).as("seed %d, round %d", seed, round).isNotNegative();
        at = found + piece.length();
      }
    }
  }

  private static String someOf(String signs, Random random, int most) {
    int[] points = signs.codePoints().toArray();
    var text = new StringBuilder();
    for (int i = random.nextInt(most + 1); i > 0; i--) {
      text.appendCodePoint(points[random.nextInt(points.length)]);
    }
    return text.toString();
  }
}
