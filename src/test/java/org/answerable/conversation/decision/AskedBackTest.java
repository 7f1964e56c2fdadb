package org.answerable.conversation.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import org.answerable.intake.FeedbackAdded;
import org.answerable.intake.FeedbackGiven;
import org.junit.jupiter.api.Test;

/** What becomes of the texts of somebody whom a leader asked something back. */
class AskedBackTest {
  private final Talking person = Talking.in("en");
  private final UUID feedback = given(person.says("no syrup for 2 weeks"));

  @Test
  void whatTheyWriteWithinDaysIsAddedToWhatTheyWereAskedAbout() {
    person.wait(Duration.ofHours(5)).askedBack();
    Decision answer = person.wait(Duration.ofDays(6)).says("at mto, in the morning");
    assertThat(added(answer)).isEqualTo(feedback);
    assertThat(Talking.shown(answer.reply())).startsWith("Added to 4821-9307.");
    assertThat(added(person.says("and on fridays"))).as("more of it").isEqualTo(feedback);
    Decision later = person.wait(Duration.ofMinutes(31)).says("no water");
    assertThat(given(later)).as("as ever").isNotEqualTo(feedback);
  }

  @Test
  void aNumberIsAnAnswerTooButAGreetingIsNone() {
    person.wait(Duration.ofHours(5)).askedBack();
    assertThat(person.wait(Duration.ofHours(1)).hears("hello")).startsWith("Baraza Letu");
    assertThat(added(person.says("3"))).isEqualTo(feedback);
  }

  @Test
  void afterSevenDaysTheyWriteOfSomethingNew() {
    person.wait(Duration.ofHours(5)).askedBack();
    assertThat(given(person.wait(Duration.ofDays(8)).says("no water"))).isNotEqualTo(feedback);
  }

  @Test
  void whatTheyTakeBackIsAwaitedNoMore() {
    person.wait(Duration.ofHours(5)).askedBack();
    person.says("WITHDRAW 4821-9307");
    assertThat(given(person.says("no water"))).isNotEqualTo(feedback);
  }

  private static UUID given(Decision decision) {
    return one(decision, FeedbackGiven.class).feedback();
  }

  private static UUID added(Decision decision) {
    return one(decision, FeedbackAdded.class).feedback();
  }

  private static <T> T one(Decision decision, Class<T> type) {
    return decision.effects().stream()
        .filter(type::isInstance)
        .map(type::cast)
        .findFirst()
        .orElseThrow();
  }
}
