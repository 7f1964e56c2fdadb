package org.answerable.conversation.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.answerable.constituent.AnswerWay;
import org.answerable.intake.FeedbackGiven;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A notice only, then READ with the PIN. */
class ReadingAnswersTest {
  private static final String WORDS = "The pharmacist is back.";
  private final Talking person = Talking.in("en");

  private void choosesNotices() {
    person.says("no syrup for 2 weeks");
    person.says("safety");
    assertThat(person.hears("notice")).startsWith("Send 4 digits");
  }

  @Test
  void theDigitsThatFollowAreThePinAndStandNowhere() {
    choosesNotices();
    Decision set = person.says("٤٨ 21");
    assertThat(set.settings().way()).isEqualTo(AnswerWay.NOTICE);
    assertThat(set.settings().pin()).isNotNull().doesNotContain("4821");
    assertThat(set.effects()).isEmpty();
    assertThat(Talking.shown(set.reply())).startsWith("Done.").doesNotContain("4821");
    assertThat(set.settings().toString()).doesNotContain(set.settings().pin());
  }

  @Test
  void readGivesTheWordsToWhoKnowsThePin() {
    choosesNotices();
    person.says("4821");
    person.kept("48219307", WORDS);
    assertThat(person.hears("READ 4821-9307 4821")).isEqualTo("4821-9307: " + WORDS);
    assertThat(person.hears("soma 48219307 4821")).isEqualTo("4821-9307: " + WORDS);
    assertThat(person.hears("READ 4821-9307"))
        .startsWith("To read an answer")
        .doesNotContain(WORDS);
    assertThat(person.hears("READ 1111-1111 4821")).startsWith("Nothing waits");
  }

  @Test
  void threeWrongTriesADayAreEnough() {
    choosesNotices();
    person.says("4821");
    person.kept("48219307", WORDS);
    assertThat(person.hears("READ 4821-9307 0000"))
        .isEqualTo("That did not match. 2 tries left today.");
    assertThat(person.hears("READ 1111-1111 0001"))
        .as("whatever waits")
        .isEqualTo("That did not match. 1 try left today.");
    String third = person.hears("READ 4821-9307 0002");
    assertThat(third)
        .startsWith("The 3 tries of today are used up. READ works again from 25 Nov, 12:00.");
    assertThat(person.wait(Duration.ofMinutes(5)).hears("READ 4821-9307 4821"))
        .as("the right one")
        .isEqualTo(third);
    assertThat(person.hears("READ 4821-9307 0003")).as("a wrong one").isEqualTo(third);
    assertThat(person.wait(Duration.ofHours(24)).hears("READ 4821-9307 4821")).endsWith(WORDS);
  }

  @ParameterizedTest
  @CsvSource({
    "sw, majaribio 2, jaribio 1, Majaribio 3 ya leo",
    "fr, 2 essais, 1 essai, Les 3 essais du jour"
  })
  void triesAreCountedAsEachLanguageDoes(String language, String two, String one, String none) {
    choosesNotices();
    person.says("4821");
    person.says(language.equals("sw") ? "LANG 2" : "LANG 3");
    assertThat(person.hears("READ 4821-9307 0000")).contains(two);
    assertThat(person.hears("READ 4821-9307 0000")).contains(one + " ");
    assertThat(person.hears("READ 4821-9307 0000")).startsWith(none);
  }

  @Test
  void withoutAPinTheCodeIsEnough() {
    person.kept("48219307", WORDS).kept("48219307", "And the syrup too.").kept("11111111", "no");
    assertThat(person.hears("READ 4821-9307"))
        .isEqualTo("4821-9307: " + WORDS + "\n\n4821-9307: And the syrup too.");
    assertThat(person.hears("READ")).startsWith("To read an answer");
    assertThat(person.wait(Duration.ofDays(15)).hears("READ 4821-9307"))
        .startsWith("Nothing waits");
  }

  @Test
  void whoHoldsThePhonePutsNoOtherPinInItsPlace() {
    choosesNotices();
    person.says("4821");
    person.kept("48219307", WORDS);
    person.wait(Duration.ofHours(1));
    person.says("no water");
    person.says("safety");
    assertThat(person.hears("notice")).startsWith("All noted for 4821-9308.");
    person.says("9999");
    assertThat(person.hears("READ 4821-9307 9999")).doesNotContain(WORDS);
  }

  @Test
  void whoHoldsThePhoneHasNoAnswerSentWithoutThePin() {
    choosesNotices();
    person.says("4821");
    person.wait(Duration.ofHours(1));
    person.says("no water");
    person.says("safety");
    Decision decision = person.says("text");
    assertThat(decision.settings().way()).isEqualTo(AnswerWay.NOTICE);
    assertThat(decision.settings().pin()).isNotNull();
  }

  @Test
  void otherDigitsAreAskedAgainAndOtherWordsAreAdded() {
    choosesNotices();
    Decision odd = person.says("48210");
    assertThat(odd.effects()).isEmpty();
    assertThat(Talking.shown(odd.reply())).startsWith("Send 4 digits");
    assertThat(person.hears("and no water")).startsWith("Added to");
    assertThat(person.says("4821").settings().pin()).isNotNull();
  }

  @Test
  void whoLetsItBeIsAskedNoMore() {
    choosesNotices();
    Decision later = person.wait(Duration.ofMinutes(31)).says("4821");
    assertThat(later.settings().pin()).isNull();
    assertThat(later.effects()).anyMatch(FeedbackGiven.class::isInstance);
  }
}
