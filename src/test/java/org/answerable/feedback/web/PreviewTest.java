package org.answerable.feedback.web;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Optional;
import org.answerable.organisation.SmsPrice;
import org.junit.jupiter.api.Test;

class PreviewTest {
  private static final Optional<SmsPrice> PRICE =
      Optional.of(new SmsPrice(new BigDecimal("0.8"), "KES"));

  @Test
  void countsTheReceiptAndSaysWhatItCosts() {
    assertThat(cost("a".repeat(149), PRICE))
        .isEqualTo("160 of 160, 1 segment, about 0.80 KES, plain letters");
    assertThat(cost("a".repeat(150), PRICE))
        .isEqualTo("161 of 306, 2 segments, about 1.60 KES, plain letters");
    assertThat(cost("a".repeat(150), Optional.empty()))
        .isEqualTo("161 of 306, 2 segments, plain letters");
  }

  @Test
  void namesTheLettersThatMakeItDear() {
    assertThat(cost("reçu en août", PRICE))
        .isEqualTo(
            "23 of 70, 1 segment, about 0.80 KES, no plain letters, so a segment holds less: ç û");
  }

  @Test
  void showsTheTextAsItIsSent() {
    String typed = "It\u2019s here. ".repeat(10).strip();
    Preview preview = requireNonNull(Preview.of(typed, PRICE));
    assertThat(preview.text()).isEqualTo(typed.replace('\u2019', '\''));
    assertThat(preview.cost()).contains("1 segment, about 0.80 KES, plain letters");
  }

  @Test
  void saysThatALongTextIsSeveralMessages() {
    assertThat(cost("The syrup is here. ".repeat(25).strip(), PRICE))
        .contains("4 segments in 2 messages, about 3.20 KES");
  }

  private static String cost(String text, Optional<SmsPrice> price) {
    return requireNonNull(Preview.of(text, price)).cost();
  }
}
