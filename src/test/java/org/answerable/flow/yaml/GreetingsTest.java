package org.answerable.flow.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.answerable.flow.Greetings;
import org.junit.jupiter.api.Test;

class GreetingsTest {
  private final Greetings greetings = Shipped.folder().greetings();

  @Test
  void recognisesGreetingsTestsAndThanks() {
    for (String text :
        List.of(
            "hi",
            "HELLO!!",
            "hiiii",
            "Test",
            "ok",
            "asante",
            "Asanteee sana",
            "xaxa",
            "gd mrning",
            "Bonjour",
            "merci",
            "hello, good morning",
            "habari yako?",
            "Ça va ?",
            "ok thank u",
            "hi 🙂",
            "bonne journee",
            "?",
            "???",
            "؟",
            "5",
            "4821-9307",
            "٣",
            "12 34")) {
      assertThat(greetings.match(text)).as(text).isPresent();
    }
  }

  @Test
  void leavesFeedbackAlone() {
    for (String text :
        List.of(
            "xaxa. dawa hamna tena mto clinic",
            "hi no syrup",
            "thank u 4 satday opening it realy helps",
            "test results never come",
            "5 hours waiting",
            "hakuna dawa",
            "merci a la dame du vendredi",
            "help",
            "",
            "🙂",
            "hi ".repeat(50))) {
      assertThat(greetings.match(text)).as(text).isEmpty();
    }
  }

  @Test
  void knowsTextsThatSayNothing() {
    for (String text : List.of("", "  \n", "🙂🙂", "...", "\u0000", "\u202e\u2066", "!", "👍🏽")) {
      assertThat(Greetings.isEmpty(text)).as(text).isTrue();
    }
    for (String text : List.of("a", "?", "5", "ж", "你好", "🙂 ok")) {
      assertThat(Greetings.isEmpty(text)).as(text).isFalse();
    }
  }
}
