package org.answerable.conversation.decision;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.answerable.constituent.HelpAsked;
import org.answerable.intake.AnswerJudged;
import org.answerable.intake.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an answer to "did it help?" is understood as, and what is none. */
class HelpTalkTest {
  private static final String CODE = "48219307";

  @ParameterizedTest
  @CsvSource({
    "en, 1, SOLVED",
    "en, ٣, NOT_SOLVED",
    "en, Not solved., NOT_SOLVED",
    "en, partley, PARTLY",
    "sw, bado, NOT_SOLVED",
    "sw, kidogo, PARTLY",
    "fr, pas regle, NOT_SOLVED",
    "fr, réglé, SOLVED"
  })
  void aNumberOrAWordOfAnyLanguageIsUnderstood(String language, String said, Verdict verdict) {
    Decision decision = Talking.in(language).asked(CODE).says(said);
    assertThat(decision.effects())
        .filteredOn(AnswerJudged.class::isInstance)
        .map(effect -> ((AnswerJudged) effect).verdict())
        .containsExactly(verdict);
    assertThat(Talking.shown(decision.reply())).contains("4821-9307");
  }

  @Test
  void whatDoesNotHelpIsPromisedAnAnswerByADay() {
    assertThat(Talking.in("en").asked(CODE).hears("3"))
        .isEqualTo(
            "We are sorry. Somebody else takes 4821-9307 up now, and must answer by 14 Dec. You"
                + " need do nothing more.");
  }

  @ParameterizedTest
  @CsvSource({"4", "the nurse was not there", "solved it is not and she shouted"})
  void somethingElseIsNoAnswer(String said) {
    assertThat(Talking.in("en").asked(CODE).says(said).effects())
        .noneMatch(AnswerJudged.class::isInstance)
        .noneMatch(HelpAsked.class::isInstance);
  }

  @Test
  void withReadTheQuestionFollowsTheWordsOfWhatWasAnswered() {
    var person = Talking.in("en");
    person.says("no syrup for 2 weeks");
    person.kept(receiptOf(person), "It is back.");
    String read = "READ " + receiptOf(person);
    assertThat(person.hears(read)).endsWith("It is back.");
    Decision asked = person.answered().says(read);
    assertThat(Talking.shown(asked.reply())).contains("It is back.\n\nDid the answer to ");
    assertThat(asked.effects())
        .singleElement()
        .isInstanceOfSatisfying(
            HelpAsked.class,
            one -> {
              assertThat(one.question()).isNotNull();
              assertThat(one.day()).isEqualTo(LocalDate.of(2026, 11, 24));
            });
  }

  private static String receiptOf(Talking person) {
    return requireNonNull(person.talk().latest()).receipt();
  }
}
