package org.answerable.channel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class E164Test {
  @ParameterizedTest
  @CsvSource({
    "+254700000001,+254700000001",
    "' 254700000001',+254700000001",
    "254700000001,+254700000001",
    "00254700000001,+254700000001",
    "+254 (700) 000-001,+254700000001",
    "+254.700.000.001,+254700000001",
    "+1234567,+1234567",
    "+123456789012345,+123456789012345"
  })
  void bringsANumberIntoItsOneForm(String written, String number) {
    assertThat(E164.normalise(written)).contains(number);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "+",
        "+123456",
        "+1234567890123456",
        "+0700000001",
        "0700000001",
        "000254700000001",
        "++254700000001",
        "254+700000001",
        "+25470000000x",
        "+٢٥٤٧٠٠٠٠٠٠٠١",
        "tel:+254700000001"
      })
  void refusesWhatIsNoInternationalNumber(String written) {
    assertThat(E164.normalise(written)).isEmpty();
  }
}
