package org.answerable.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageMenuTest {
  private final Talking person = Talking.in("en");

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
