package org.answerable.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageTextsTest {
  @Test
  void everyLanguageHasEveryText() {
    for (String language : PageTexts.LANGUAGES) {
      assertThat(PageTexts.in(language).keys()).as(language).isEqualTo(PageTexts.in("en").keys());
    }
  }

  @Test
  void theAddressNamesTheLanguageAboveTheBrowser() {
    PageTexts texts = PageTexts.wanted("sw", "fr-CA, en;q=0.5");

    assertThat(texts.language()).isEqualTo("sw");
    assertThat(texts.to("/baraza-letu/log?topic=fees#top"))
        .isEqualTo("/baraza-letu/log?topic=fees&lang=sw#top");
  }

  @Test
  void theBrowsersLanguageLeavesLinksAsTheyAre() {
    PageTexts texts = PageTexts.wanted(null, "fr-CA, en;q=0.5");

    assertThat(texts.language()).isEqualTo("fr");
    assertThat(texts.to("/baraza-letu")).isEqualTo("/baraza-letu");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "*", "xx", ";;;", "en;q=7", "\u0000", "de, *;q=0.1"})
  void whateverElseTheBrowserSaysIsEnglish(String header) {
    assertThat(PageTexts.wanted("../en", header).language()).isEqualTo("en");
  }

  @Test
  void noSentenceEndsWithTwoStops() {
    PageTexts french = PageTexts.in("fr");
    LocalDate day = LocalDate.of(2026, 10, 13);

    assertThat(french.get("rules.since", french.day(day, day)))
        .isEqualTo("Compte depuis le 13 oct.");
    assertThat(french.get("row.asked-due", "13 oct.", "2 nov.")).endsWith("attendu le 2 nov.");
  }

  @Test
  void theYearStandsOnlyWhereItIsAnother() {
    PageTexts english = PageTexts.in("en");
    LocalDate today = LocalDate.of(2026, 11, 24);

    assertThat(english.day(LocalDate.of(2026, 9, 3), today)).isEqualTo("3 Sep");
    assertThat(english.day(LocalDate.of(2025, 9, 3), today)).isEqualTo("3 Sep 2025");
  }
}
