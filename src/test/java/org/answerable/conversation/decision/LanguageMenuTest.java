package org.answerable.conversation.decision;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageMenuTest {
  private final Talking person = Talking.in("en");

  @ParameterizedTest
  @CsvSource({
    "LANG FR, fr",
    "LANG francais, fr",
    "Langue: Français!, fr",
    "LUGHA Kiswahili, sw",
    "language swahili, sw",
    "LANG Kifaransa, fr",
    "LANG sw, sw"
  })
  void langWithALanguagesNameOrCodeChoosesIt(String text, String language) {
    assertThat(person.says(text).settings().language()).isEqualTo(language);
  }

  @ParameterizedTest
  @CsvSource({"francais, fr", "fr, fr", "French, fr", "SW, sw", "swahili, sw", "Kifaransa, fr"})
  void theMenuKnowsNamesAndCodes(String answer, String language) {
    person.says("LANG");
    assertThat(person.says(answer).settings().language()).isEqualTo(language);
  }

  @ParameterizedTest
  @ValueSource(strings = {"LANG of the nurse is rude", "language french please for the sign", "fr"})
  void whatSaysMoreOrWasNotAskedForIsFeedback(String text) {
    assertThat(Talking.shown(person.says(text).reply())).startsWith("We have it.");
  }

  /** A short word is never taken for a language's name misspelt, nor does the menu go away. */
  @ParameterizedTest
  @CsvSource({
    "FUTA, This makes us forget you.",
    "KIMYA, To get no text of ours at night",
    "siri, Leaders never see",
    "hali, Baraza Letu: tell us",
    "sawa, Baraza Letu: tell us",
    "maji, We have it.",
    "eau, We have it.",
    "kis, We have it."
  })
  void aShortWordInTheMenuIsWhatItIsAndNoLanguage(String word, String said) {
    person.says("LANG");
    Decision decision = person.says(word);
    assertThat(Talking.shown(decision.reply())).startsWith(said);
    assertThat(decision.settings().language()).isEqualTo("en");
    if (!said.startsWith("We have it")) {
      assertThat(person.says("2").settings().language()).isEqualTo("sw");
    }
  }
}
