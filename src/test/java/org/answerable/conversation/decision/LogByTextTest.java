package org.answerable.conversation.decision;

import static org.assertj.core.api.Assertions.assertThat;

import org.answerable.platform.sms.SmsText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** LOG: what the public log shows everybody, so that two people can compare it. */
class LogByTextTest {
  @ParameterizedTest
  @CsvSource({"en, LOG", "en, log", "sw, DAFTARI", "fr, Registre", "en, daftari"})
  void tellsSizeAndDigitsInOneSegment(String language, String word) {
    String said = Talking.in(language).hears(word);

    assertThat(said).contains("3024").contains("4821 0937 5512 0046 7719");
    assertThat(SmsText.segments(SmsText.messages(said))).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"LOG book is lost", "the log", "LOG 4821"})
  void moreThanTheWordIsFeedback(String text) {
    assertThat(Talking.in("en").hears(text)).doesNotContain("3024");
  }

  @ParameterizedTest
  @CsvSource({"en, still empty", "sw, bado ni tupu", "fr, encore vide"})
  void saysThatAnEmptyLogIsEmpty(String language, String words) {
    assertThat(Talking.in(language).logEmpty().hears("LOG")).contains(words);
  }

  @Test
  void whoHasStoppedGetsNothingOfIt() {
    Talking person = Talking.in("en");
    person.says("STOP");

    assertThat(person.hears("LOG")).doesNotContain("3024").contains("START");
  }
}
