package org.answerable.responselog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.answerable.platform.RandomIds;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReceiptTest {
  private final Locale before = Locale.getDefault();

  @AfterEach
  void resetLocale() {
    Locale.setDefault(before);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "48219307",
        "4821-9307",
        " 4821 9307 ",
        "4821–9307",
        "4821.9307.",
        "٤٨٢١٩٣٠٧",
        "۴۸۲۱-۹۳۰۷",
        "४८२१९३०७",
        "４８２１９３０７",
        "𝟒𝟖𝟐𝟏𝟗𝟑𝟎𝟕"
      })
  void isReadHoweverItIsTyped(String typed) {
    assertThat(Receipt.parse(typed)).contains("48219307");
    assertThat(Receipt.shown("48219307")).isEqualTo("4821-9307");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "4821930", "482193077", "4821-930O", "4821/9307", "receipt", "²²²²²²²²"})
  void otherTextsAreNone(String typed) {
    assertThat(Receipt.parse(typed)).isEmpty();
  }

  /** A server in Cairo or Tehran writes the digits of its own script by default. */
  @ParameterizedTest
  @ValueSource(strings = {"en-GB", "ar-EG", "fa-IR", "my-MM", "th-TH-u-nu-thai", "tr-TR"})
  void isGivenOutInPlainDigitsWhereverTheServerStands(String locale) {
    Locale.setDefault(Locale.forLanguageTag(locale));
    RandomIds ids = new RandomIds();
    for (int i = 0; i < 20; i++) {
      String receipt = ids.receipt();
      assertThat(receipt).matches("[0-9]{8}");
      assertThat(Receipt.parse(receipt)).contains(receipt);
    }
  }

  @Test
  void referencesAreReadableAndDoNotComeTwice() {
    RandomIds ids = new RandomIds();
    Set<String> references = new HashSet<>();
    for (int i = 0; i < 2_000; i++) {
      String reference = ids.reference();
      assertThat(reference).matches("[2-9B-DF-HJKMNP-TV-Z]{4}-[2-9B-DF-HJKMNP-TV-Z]{4}");
      references.add(reference);
    }
    assertThat(references).hasSize(2_000);
  }
}
