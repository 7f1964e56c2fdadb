package org.answerable.conversation.decision;

import static org.assertj.core.api.Assertions.assertThat;

import org.answerable.constituent.QuietHours;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuietTest {
  private final Talking person = Talking.in("en");

  @ParameterizedTest
  @CsvSource({
    "QUIET 21-7, 21, 7",
    "quiet 21 7, 21, 7",
    "KIMYA 21:00-07:00, 21, 7",
    "Calme 22-6, 22, 6",
    "QUIET 9-24, 9, 0"
  })
  void theHoursAreTaken(String text, int from, int until) {
    Decision decision = person.says(text);
    assertThat(decision.settings().quiet()).isEqualTo(new QuietHours(from, until));
    assertThat(decision.effects()).isEmpty();
    assertThat(Talking.shown(decision.reply())).startsWith("From " + from + ":00 to ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"QUIET OFF", "kimya acha", "Calme fin"})
  void theyEnd(String text) {
    person.says("QUIET 21-7");
    assertThat(person.says(text).settings().quiet()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"QUIET", "QUIET 21", "QUIET 7-7", "QUIET 30-7", "QUIET 2107", "QUIET 1 2 3"})
  void whatCanNotBeMeantSoChangesNothingAndSaysHow(String text) {
    person.says("QUIET 21-7");
    Decision decision = person.says(text);
    assertThat(decision.settings().quiet()).isEqualTo(new QuietHours(21, 7));
    assertThat(Talking.shown(decision.reply())).startsWith("To get no text of ours at night");
  }

  @Test
  void aSentenceIsFeedback() {
    assertThat(person.hears("quiet at night please")).startsWith("We have it.");
  }
}
