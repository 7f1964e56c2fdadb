package org.answerable.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretWordsTest {
  private final SecretWords words =
      new SecretWords(
          new Keywords(
              List.of(
                  new Keywords.Word("READ", Keyword.READ, "en", false),
                  new Keywords.Word("FORGET", Keyword.FORGET, "en", false),
                  new Keywords.Word("SIRI", Keyword.PRIVACY, "sw", false))),
          List.of("PIN", "siri"),
          List.of("my", "is", "please", "namba", "ya", "ni"));

  @ParameterizedTest
  @CsvSource({
    "READ my pin 8642, READ, true, 8642",
    "please forget 12-34, FORGET, false, 1234",
    "read forget 1234, READ, false, 1234",
    "PIN8642, , true, 8642",
    "my is 5, , false, 5",
    "namba ya siri ni ٨٦ ٤٢!, , true, 8642",
    "ＰＩＮ ８６４２, , true, 8642"
  })
  void aTextIsOnlyASecretWhereEachWordSaysNothingElse(
      String text, Keyword keyword, boolean named, String digits) {
    assertThat(words.only(text)).contains(new SecretWords.Only(keyword, named, digits));
  }

  @ParameterizedTest
  @ValueSource(strings = {"read the paper 8642", "8642", "", "my pin", "?!", "pinned 8642"})
  void aTextThatSaysMoreOrHasNoDigitsOrNoWordsIsNone(String text) {
    assertThat(words.only(text)).isEmpty();
  }

  @Test
  void aTextTooLongToBeAKeywordIsNone() {
    String longest = "pin 8642" + " my".repeat((FlowLimits.MATCH_CHARS - 8) / 3);
    assertThat(words.only(longest)).isPresent();
    assertThat(words.only(longest + " my")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "the gate and my pin is 8642 and, 8642",
    "pin namba ya ni 8642 now, 8642",
    "pin namba ya ni my 8642 now, ",
    "pin was 8642 now, ",
    "pin 864 now, ",
    "pin 86 421 now, 86421",
    "my pin 482193078642 now, 482193078642",
    "pin 4821930786421 now, ",
    "8642, 8642",
    "4821-9307, 48219307",
    "864, ",
    "at the 8642 gate, "
  })
  void aNumberIsNamedBehindAWordForASecretOrAlone(String text, String digits) {
    assertThat(words.named(text).stream().map(SecretWords.Place::digits))
        .containsExactlyElementsOf(digits == null ? List.of() : List.of(digits));
  }

  @Test
  void numbersStandWhereTheyStandInTheText() {
    String text = "gate 47-11 or 8642, 3 of 12 𝟖𝟔𝟒𝟐 x";
    List<SecretWords.Place> places = SecretWords.numbers(text, 4);
    assertThat(places.stream().map(place -> text.substring(place.start(), place.end())))
        .containsExactly("47-11", "8642", "𝟖𝟔𝟒𝟐");
    assertThat(places.stream().map(SecretWords.Place::digits))
        .containsExactly("4711", "8642", "8642");
    assertThat(SecretWords.numbers("1 23 4 5", 4).stream().map(SecretWords.Place::digits))
        .containsExactly("1234", "2345");
  }

  @Test
  void aWordBetweenPartsParts() {
    assertThat(SecretWords.numbers("47 and 11", 4)).isEmpty();
    assertThat(SecretWords.numbers("47x11", 4)).isEmpty();
    assertThat(SecretWords.numbers("47111", 4)).isEmpty();
  }

  @Test
  void fewTextsHaveDigitsEnough() {
    assertThat(SecretWords.mayHold("3 hours, 12 people")).isFalse();
    assertThat(SecretWords.mayHold("3 hours, 122 people")).isTrue();
    assertThat(SecretWords.mayHold("")).isFalse();
  }

  @Test
  void noneShowsItsDigits() {
    assertThat(words.only("pin 8642").toString()).doesNotContain("8642");
    assertThat(SecretWords.numbers("pin 8642", 4).toString()).doesNotContain("8642");
    assertThat(Piece.of("pin 8642").toString()).doesNotContain("8642");
  }

  @Test
  void everySignOfAnyScriptPassesThrough() {
    IntStream.range(0, Character.MAX_CODE_POINT)
        .forEach(
            sign -> {
              String text = "1" + Character.toString(sign) + "234 pin " + Character.toString(sign);
              words.only(text);
              for (SecretWords.Place place : words.named(text)) {
                assertThat(place.end()).isGreaterThan(place.start());
              }
              assertThat(SecretWords.numbers(text, 4)).hasSizeLessThan(3);
            });
  }
}
