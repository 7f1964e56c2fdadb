package org.answerable.conversation.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import org.answerable.constituent.ConstituentForgotten;
import org.answerable.intake.EchoesForgotten;
import org.answerable.intake.FeedbackGiven;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ForgettingTest {
  private static final String ASKED = "This makes us forget you.";
  private static final String WRONG = "These numbers do not match";
  private final Talking person = Talking.in("en");

  @Test
  void forgetsWhoSendsTheDigitsBack() {
    Decision asked = person.says("FORGET");
    assertThat(Talking.shown(asked.reply())).startsWith(ASKED).contains("FORGET 4821");
    assertThat(asked.effects()).isEmpty();
    Decision done = person.says("forget 4821.");
    assertThat(done.effects())
        .containsExactly(
            new EchoesForgotten("baraza-letu", new UUID(7, 7)),
            new ConstituentForgotten("baraza-letu", new UUID(7, 7)));
    assertThat(done.forgets()).isTrue();
    assertThat(Talking.shown(done.reply())).startsWith("Done.").contains("From 1 Dec nobody");
  }

  @ParameterizedTest
  @CsvSource({"FORGET, FUTA 4821", "futa, Oubli 4821", "Oubli!, FORGET 4821"})
  void everyLanguageForgets(String word, String confirmed) {
    assertThat(person.hears(word)).startsWith(ASKED);
    assertThat(person.says(confirmed).forgets()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Forget me not", "they forget us", "FORGET the price of 2000", "futa hiyo bei"})
  void aSentenceIsFeedback(String sentence) {
    person.says("FORGET");
    Decision decision = person.says(sentence);
    assertThat(decision.forgets()).isFalse();
    assertThat(decision.effects()).anyMatch(FeedbackGiven.class::isInstance);
  }

  @Test
  void digitsCountForAnHour() {
    person.says("FORGET");
    assertThat(person.wait(Duration.ofMinutes(60)).says("FORGET 4821").forgets()).isTrue();
    Talking later = Talking.in("en");
    later.says("FORGET");
    Decision late = later.wait(Duration.ofMinutes(61)).says("FORGET 4821");
    assertThat(late.forgets()).isFalse();
    assertThat(Talking.shown(late.reply())).startsWith(WRONG);
  }

  @Test
  void aWrongTryEndsThem() {
    person.says("FORGET");
    assertThat(person.hears("FORGET 4820")).startsWith(WRONG);
    assertThat(person.says("FORGET 4821").forgets()).isFalse();
    assertThat(person.hears("FORGET")).contains("FORGET 4822");
    assertThat(person.says("FORGET 4822").forgets()).isTrue();
  }

  @Test
  void digitsOutOfNothingForgetNobody() {
    assertThat(person.hears("FORGET 4821")).startsWith(WRONG);
    assertThat(Talking.stranger().hears("FORGET 0000")).startsWith(WRONG);
  }

  @Test
  void askingAgainGivesNoFurtherTry() {
    for (int i = 0; i < 5; i++) {
      assertThat(person.hears("FORGET")).contains("FORGET 4821");
    }
  }

  @Test
  void threeAskingsADayAreEnough() {
    for (int i = 0; i < ConversationLimits.FORGET_TIMES; i++) {
      assertThat(person.hears("FORGET")).startsWith(ASKED);
      person.says("FORGET 0000");
    }
    assertThat(person.hears("FORGET")).startsWith("You asked for this 3 times in a day.");
    assertThat(person.wait(Duration.ofHours(24)).hears("FORGET")).startsWith(ASKED);
  }

  @Test
  void worksWhileStopped() {
    person.says("STOP");
    Decision asked = person.says("FORGET");
    assertThat(asked.stopped()).isTrue();
    assertThat(Talking.shown(asked.reply())).startsWith(ASKED);
    assertThat(person.says("FORGET 4821").forgets()).isTrue();
  }

  @Test
  void whoAskedForSilenceIsToldNothingBeforeStart() {
    person.says("he beats me. dont reply");
    assertThat(person.says("FORGET").reply().texts()).isEmpty();
    assertThat(person.says("FORGET 4821").forgets()).isFalse();
    person.says("START");
    assertThat(person.hears("FORGET")).startsWith(ASKED);
  }

  @Test
  void worksWhileSomethingIsOpenAndWhoKeepsTheirNumberGoesOnThere() {
    person.says("no syrup for 2 weeks");
    assertThat(person.hears("FORGET")).startsWith(ASKED);
    assertThat(person.hears("1")).startsWith("May we publish your words");
    assertThat(person.says("FORGET 4821").forgets()).isTrue();
    Talking confided = Talking.in("en");
    confided.says("SAFE");
    confided.says("the nurse told my landlord");
    confided.says("FORGET");
    assertThat(confided.says("FORGET 4821").forgets()).isTrue();
  }

  @Test
  void worksHoweverFastSomebodyWrites() {
    for (int i = 0; i <= ConversationLimits.RATE_MESSAGES; i++) {
      person.says("no syrup");
    }
    assertThat(person.hears("FORGET")).startsWith(ASKED);
    assertThat(person.says("FORGET 4821").forgets()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"DATA", "Taarifa", "données", "CLEAR", "safisha", "NETTOYER"})
  void whatIsHeldAndHowToDeleteIsSaidToEverybodyTheSame(String word) {
    Talking busy = Talking.in("en");
    busy.says("no syrup for 2 weeks");
    String said = busy.hears(word);
    assertThat(said).isEqualTo(person.hears(word)).isNotBlank();
    assertThat(Talking.in("en").says(word).effects()).isEmpty();
  }
}
