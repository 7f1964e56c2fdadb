package org.answerable.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlugTest {
  @ParameterizedTest
  @ValueSource(strings = {"mti", "baraza-letu", "a23", "m-t"})
  void takesShortPlainWords(String slug) {
    assertThat(Slug.good(slug)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "a", "ab", "-ab", "ab-", "a--b", "Mti", "1ab", "mti.fr", "мти", "a/b"})
  void refusesWhatDoesNotFitAUrl(String slug) {
    assertThat(Slug.good(slug)).isFalse();
  }

  @Test
  void keepsTheFirstWordsOfTheContractsUrls() {
    assertThat(Slug.RESERVED)
        .contains("channels", "simulator", "inbox", "login", "actuator", "error", "tlog");
  }

  @ParameterizedTest
  @CsvSource({
    "Baraza Letu, baraza-letu",
    "Réseau de l'Été, reseau-de-l-ete",
    "  24 Hours!  , hours",
    "Inbox, ''",
    "Мы, ''",
    "An organisation whose name goes on and on, an-organisation-whose-name-goes",
  })
  void proposesASlugFromAName(String name, String slug) {
    assertThat(Slug.proposedFor(name)).isEqualTo(slug);
  }
}
