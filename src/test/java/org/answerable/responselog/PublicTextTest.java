package org.answerable.responselog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublicTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      quoteCharacter = '`',
      textBlock =
          """
          no syrup ! no syrup
          =1+1 ! '=1+1
          ＝1+1 ! '＝1+1
          a;=HYPERLINK("http://x");b ! a;'=HYPERLINK("http://x");b
          a; @SUM(1) ! a; '@SUM(1)
          a|-1 ! a|'-1
          Monday-Friday, 2 = too few ! Monday-Friday, 2 = too few
          """)
  void noProgramOfAnyCountryFindsAFormulaInACell(String text, String cell) {
    assertThat(new PublicText(text).cell()).isEqualTo(cell);
  }

  @ParameterizedTest
  @CsvSource({"0x0A", "0x0D"})
  void aLineBreakBeginsACellToo(String code) {
    String text = "a" + (char) Integer.decode(code).intValue() + "=1+1";
    assertThat(new PublicText(text).cell()).isEqualTo("a\n'=1+1");
  }
}
