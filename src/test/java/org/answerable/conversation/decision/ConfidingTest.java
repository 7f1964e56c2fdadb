package org.answerable.conversation.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.answerable.channel.Manner;
import org.answerable.channel.Reply;
import org.answerable.confidential.Confided;
import org.answerable.constituent.RouteMade;
import org.answerable.effect.Effect;
import org.answerable.intake.Aside;
import org.answerable.intake.FeedbackAdded;
import org.answerable.intake.FeedbackDetailed;
import org.answerable.intake.FeedbackGiven;
import org.answerable.organisation.Sensitivity;
import org.answerable.responselog.ReceiptIssued;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is for a focal point alone, what asks for silence, and what is set aside. */
class ConfidingTest {
  private static final String DANGER = "plz help my uncle touches me at nite im 14";
  private static final String DESPAIR = "im tired of dis life no reason 2 take meds anymore";
  private static final String SILENCE =
      "they gave my result 2 my husband now he beats me. dont reply he cheks my fone";
  private static final String FEEDBACK = "no syrup for 2 weeks";
  private final Talking person = Talking.in("en");

  @Test
  void whatTheListsMarkNeverEntersTheIntakeAndIsAskedNothing() {
    Decision decision = person.says(DANGER);
    Confided confided = one(decision, Confided.class);
    assertThat(confided.words()).isEqualTo(DANGER);
    assertThat(of(decision, FeedbackGiven.class)).isEmpty();
    assertThat(one(decision, ReceiptIssued.class).commitment()).isEqualTo(confided.commitment());
    assertThat(one(decision, RouteMade.class).feedback()).isEqualTo(confided.report());
    assertThat(Talking.shown(decision.reply()))
        .isEqualTo(
            "Thank you for telling us. This goes to a trained person, not to the leaders. To talk:"
                + " +99970000031. If there is danger now: +99970000011. Code 4821-9307");
    assertThat(decision.next().asked()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SAFE he knows where i sleep",
        "SAFE. he knows where i sleep",
        "Safe: he knows where i sleep",
        "SALAMA anajua ninapolala"
      })
  void theWordAndRightBehindItWhatItIsAboutIsConfided(String words) {
    Decision decision = person.says(words);
    assertThat(one(decision, Confided.class).words()).isEqualTo(words);
    assertThat(of(decision, FeedbackGiven.class)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Safe water is never there", "safe houses are full", "SAFE WATER IS NEVER THERE"})
  void aWordThatOnlyLooksLikeItConfidesNothing(String words) {
    assertThat(of(person.says(words), FeedbackGiven.class)).hasSize(1);
  }

  @Test
  void whoSaysSoInOneTextOfAnotherLanguageIsAnsweredInIt() {
    assertThat(Talking.unasked().hears("SECOURS il sait où je dors")).startsWith("Merci");
  }

  @Test
  void aWishToDieGetsTheCrisisTextWithTheHoursThatAreDeclared() {
    assertThat(person.hears(DESPAIR))
        .isEqualTo(
            "We are glad you wrote. You are not alone. Please call +99970000011 now, any hour."
                + " Someone from our team reads this too, but texts are not watched at night.");
  }

  @Test
  void aWishToDieIsAnsweredInTheLanguageItWasSaidInAndSoIsWhatFollows() {
    Talking unasked = Talking.unasked();
    assertThat(unasked.hears("nataka kujiua leo usiku")).startsWith("Tunashukuru umeandika.");
    assertThat(unasked.hears("the nurse was kind")).startsWith("Tumeongeza");
  }

  @Test
  void whoChoseALanguageGetsTheCrisisTextInIt() {
    assertThat(person.hears("nataka kujiua leo usiku")).startsWith("We are glad you wrote.");
  }

  @Test
  void whatFollowsStaysConfidentialForDaysAndTheFirstTextKeepsItsCode() {
    person.says(DANGER);
    Decision more = person.wait(Duration.ofDays(6)).says("yes come friday at 5");
    assertThat(one(more, Confided.class).ordinal()).isEqualTo(1);
    assertThat(Talking.shown(more.reply())).startsWith("Added to 4821-9307.");
    assertThat(one(person.says("1"), Confided.class).words()).as("no menu").isEqualTo("1");
    assertThat(one(person.says("thanks"), Confided.class).words()).isEqualTo("thanks");
    Decision later = person.wait(Duration.ofDays(8)).says(FEEDBACK);
    assertThat(of(later, Confided.class)).isEmpty();
    assertThat(one(later, FeedbackGiven.class).text().text()).isEqualTo(FEEDBACK);
  }

  @Test
  void whatIsAddedToAFeedbackBecomesAReportOfItsOwn() {
    FeedbackGiven given = one(person.says(FEEDBACK), FeedbackGiven.class);
    Decision decision = person.says(DANGER);
    Confided confided = one(decision, Confided.class);
    assertThat(confided.report()).isNotEqualTo(given.feedback());
    assertThat(confided.reference()).isEqualTo(given.text().reference());
    assertThat(one(decision, RouteMade.class).feedback()).isEqualTo(confided.report());
    FeedbackDetailed raised = one(decision, FeedbackDetailed.class);
    assertThat(raised.feedback()).isEqualTo(given.feedback());
    assertThat(raised.sensitivity()).isEqualTo(Sensitivity.S3);
    assertThat(of(decision, ReceiptIssued.class)).isEmpty();
    assertThat(Talking.shown(decision.reply())).contains("trained person").endsWith("4821-9307");
    assertThat(one(person.says("he is here"), Confided.class).report())
        .isEqualTo(confided.report());
  }

  @ParameterizedTest
  @CsvSource({"en, SAFE, Write now", "sw, salama, Andika sasa", "fr, Secours!, Écrivez"})
  void safeConfidesWhatComesNext(String language, String word, String reply) {
    Talking afraid = Talking.in(language);
    assertThat(afraid.hears(word)).startsWith(reply).contains("+9997000003");
    assertThat(one(afraid.says(FEEDBACK), Confided.class).words()).isEqualTo(FEEDBACK);
  }

  @Test
  void safeAlsoRaisesWhatLeadersHaveNotSeen() {
    FeedbackGiven given = one(person.says(FEEDBACK), FeedbackGiven.class);
    FeedbackDetailed raised = one(person.says("SAFE"), FeedbackDetailed.class);
    assertThat(raised.feedback()).isEqualTo(given.feedback());
    assertThat(raised.sensitivity()).isEqualTo(Sensitivity.S3);
    assertThat(one(person.says("the nurse is my aunt"), Confided.class).ordinal()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"STOP", "They beat me, dont reply"})
  void safeConfidesWhatComesNextAlsoWhereNothingMayBeSent(String before) {
    person.says(before);
    person.wait(Duration.ofDays(8)).says("SAFE");
    assertThat(one(person.says(FEEDBACK), Confided.class).words()).isEqualTo(FEEDBACK);
  }

  @Test
  void whatAccusesRaisesTheFeedbackThatItIsAddedTo() {
    FeedbackGiven given = one(person.says(FEEDBACK), FeedbackGiven.class);
    Decision more = person.says("and police beat us on the way");
    assertThat(one(more, FeedbackAdded.class).feedback()).isEqualTo(given.feedback());
    FeedbackDetailed raised = one(more, FeedbackDetailed.class);
    assertThat(raised.sensitivity()).isEqualTo(Sensitivity.S2);
    assertThat(raised.through()).as("it is held as before").isFalse();
    assertThat(of(person.says("the queue is long"), FeedbackDetailed.class)).isEmpty();
  }

  @Test
  void safeCountsForAsLongAsItTakesToBeAlone() {
    person.says("SAFE");
    Decision later = person.wait(Duration.ofDays(6)).says(FEEDBACK);
    assertThat(one(later, Confided.class).words()).isEqualTo(FEEDBACK);
  }

  @Test
  void safeIsForgottenAfterAWeek() {
    person.says("SAFE");
    Decision later = person.wait(Duration.ofDays(8)).says(FEEDBACK);
    assertThat(one(later, FeedbackGiven.class).text().text()).isEqualTo(FEEDBACK);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Salama", "Safe", "Help", "Msaada"})
  void theAnswerToAreYouSafeReachesTheFocalPointThoughItIsAKeyword(String answer) {
    Confided first = one(person.says(DANGER), Confided.class);
    Decision decision = person.wait(Duration.ofHours(5)).says(answer);
    Confided more = one(decision, Confided.class);
    assertThat(more.report()).isEqualTo(first.report());
    assertThat(more.words()).isEqualTo(answer);
    assertThat(more.ordinal()).isEqualTo(1);
    assertThat(Talking.shown(decision.reply())).contains("+99970000011", "+99970000031");
    assertThat(one(person.says("he left"), Confided.class).ordinal()).isEqualTo(2);
  }

  @Test
  void aGreetingAfterSafeIsWhatTheyConfideAndTheSameTextIsNotSaidTwice() {
    Talking afraid = Talking.in("sw");
    String asked = afraid.hears("SALAMA");
    Decision greeting = afraid.says("salama");
    assertThat(one(greeting, Confided.class).words()).isEqualTo("salama");
    String receipt = Talking.shown(greeting.reply());
    assertThat(receipt).isNotEqualTo(asked).contains("+99970000011", "Risiti 4821-9307");
    Decision more = afraid.says("Salama tu, salama");
    assertThat(one(more, Confided.class).ordinal()).isEqualTo(1);
    assertThat(afraid.hears("salama")).startsWith("Mtu aliyefunzwa atasoma hii pia.");
  }

  @Test
  void helpAfterSafeIsWhatTheyConfide() {
    person.says("SAFE");
    Decision decision = person.says("help");
    assertThat(one(decision, Confided.class).words()).isEqualTo("help");
    assertThat(Talking.shown(decision.reply())).contains("+99970000011").contains("Code ");
  }

  @ParameterizedTest
  @CsvSource({
    "en, SAFE, START",
    "en, SAFE 12345678, START",
    "en, i want to die, START",
    "sw, SALAMA, ANZA",
    "sw, nataka kujiua leo usiku, ANZA",
    "fr, SECOURS, DEBUT",
    "fr, je veux mourir, DEBUT"
  })
  void whoIsStoppedGetsTheNumbersWithSafeAndWithAWishToDie(
      String language, String text, String back) {
    Talking stopped = Talking.in(language);
    stopped.says("STOP");
    Decision decision = stopped.says(text);
    assertThat(decision.reply().texts()).hasSize(1);
    assertThat(Talking.shown(decision.reply()))
        .containsPattern("\\+9997000003[12].*\\+9997000001[12].*" + back)
        .doesNotContain("?", "4821-9307");
    assertThat(decision.stopped()).isTrue();
    assertThat(one(stopped.says("he is here"), Confided.class).words()).isEqualTo("he is here");
    assertThat(stopped.says("he is still here").reply()).isEqualTo(Reply.NOTHING);
  }

  @Test
  void aWishToDieOfWhoIsStoppedIsConfidedAndWithAPictureItIsOneText() {
    person.says("STOP");
    Decision decision = person.does(new Manner.Captioned(), "i want to die");
    assertThat(one(decision, Confided.class).words()).isEqualTo("i want to die");
    assertThat(decision.reply().texts()).hasSize(1);
  }

  @Test
  void whoAskedForSilenceGetsNoNumbersEither() {
    person.says("STOP");
    assertThat(person.says("i want to die. dont reply").reply()).isEqualTo(Reply.NOTHING);
    for (String text : List.of("SAFE", "i want to die", "SAFE 12345678")) {
      assertThat(person.says(text).reply()).as(text).isEqualTo(Reply.NOTHING);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"2", "Kiswahili"})
  void theLanguageMenuIsAnsweredAfterSafeToo(String answer) {
    person.says("SAFE");
    person.says("LANG");
    Decision chosen = person.says(answer);
    assertThat(chosen.settings().language()).isEqualTo("sw");
    assertThat(of(chosen, Confided.class)).isEmpty();
    assertThat(one(person.says("2"), Confided.class).words()).as("still safe").isEqualTo("2");
    person.says("LANG");
    Decision other = person.says("he beats me");
    assertThat(one(other, Confided.class).words()).isEqualTo("he beats me");
    assertThat(other.settings().language()).isEqualTo("sw");
  }

  @Test
  void anEditAfterSafeAnswersNoLanguageMenu() {
    person.says("SAFE");
    person.says("LANG");
    Decision edited = person.does(new Manner.Edited(true), "2");
    assertThat(one(edited, Confided.class).words()).isEqualTo("2");
    assertThat(edited.settings().language()).isEqualTo("en");
  }

  @Test
  void whoIsStoppedReachesTheFocalPointWithHelpToo() {
    person.says(SILENCE);
    assertThat(one(person.says("HELP"), Confided.class).words()).isEqualTo("HELP");
  }

  @Test
  void whoAsksForSilenceHearsNothingAtAllUntilStart() {
    Decision decision = person.says(SILENCE);
    assertThat(decision.reply()).isEqualTo(Reply.NOTHING);
    assertThat(decision.stopped()).as("delivery sends nothing").isTrue();
    assertThat(one(decision, Confided.class).words()).isEqualTo(SILENCE);
    for (String text : List.of("HELP", "STATUS 4821-9307", "hello", "SAFE", "STOP", FEEDBACK)) {
      assertThat(person.says(text).reply()).as(text).isEqualTo(Reply.NOTHING);
    }
    assertThat(one(person.says("he is back"), Confided.class).words())
        .as("still confidential")
        .isEqualTo("he is back");
    assertThat(person.hears("START")).startsWith("Welcome back");
    assertThat(person.hears("HELP")).startsWith("A trained person reads this too");
  }

  @Test
  void silenceAloneIsAFeedbackWithoutAReceipt() {
    Decision decision = person.says("no syrup at mto. dont reply");
    assertThat(decision.reply()).isEqualTo(Reply.NOTHING);
    assertThat(one(decision, FeedbackGiven.class).sensitivity()).isEqualTo(Sensitivity.S0);
    assertThat(decision.settings().silent()).isTrue();
  }

  @Test
  void aStoppedPersonIsTakenInWhateverTheySayAndHearsNoMoreThanNumbers() {
    person.says("STOP");
    Decision decision = person.says(DESPAIR);
    assertThat(one(decision, Confided.class).words()).isEqualTo(DESPAIR);
    assertThat(Talking.shown(decision.reply())).contains("+99970000011", "START: come back.");
    assertThat(person.says(DANGER).reply()).isEqualTo(Reply.NOTHING);
    assertThat(person.hears("HELP")).as("told as before").startsWith("You get no texts");
  }

  @Test
  void howeverFastSomebodyWritesTheFirstFixedTextIsSent() {
    for (int i = 0; i < 30; i++) {
      person.says("STATUS 1234-5678");
    }
    assertThat(person.hears(DANGER)).startsWith("Thank you for telling us.");
    assertThat(person.says("he is here").reply()).isEqualTo(Reply.NOTHING);
  }

  @Test
  void howeverFastSomebodyWritesTheFixedTextIsSentAlsoAfterAFeedback() {
    person.says(FEEDBACK);
    for (int i = 0; i < 30; i++) {
      person.says("STATUS 1234-5678");
    }
    assertThat(person.hears(DANGER)).startsWith("Thank you for telling us.");
  }

  @Test
  void moreThanIsKeptIsSaidBesideTheFixedText() {
    Decision decision = person.says(DANGER + " x".repeat(ConversationLimits.MESSAGE_CHARS));
    assertThat(decision.reply().texts()).hasSize(2);
    assertThat(Talking.shown(decision.reply())).contains("Your text was very long");
  }

  @Test
  void spamIsSetAsideWithoutAReply() {
    Decision decision = person.says("WIN 50000!! send ur pin 2 07..");
    assertThat(decision.reply()).isEqualTo(Reply.NOTHING);
    assertThat(one(decision, FeedbackGiven.class).aside()).isEqualTo(Aside.SPAM);
    assertThat(decision.next().latest()).as("nothing begins").isNull();
  }

  @Test
  void aMutedPersonIsToldAndKeptButDangerPasses() {
    person.muted(LocalDate.of(2026, 11, 30));
    Decision decision = person.says(FEEDBACK);
    assertThat(one(decision, FeedbackGiven.class).aside()).isEqualTo(Aside.MUTED);
    assertThat(Talking.shown(decision.reply())).contains("before 30 Nov is over");
    FeedbackGiven arrests = one(person.says("police beat us on the way"), FeedbackGiven.class);
    assertThat(arrests.aside()).isNull();
    assertThat(of(person.says(DANGER), Confided.class)).hasSize(1);
    Talking free = Talking.in("en").muted(LocalDate.of(2026, 11, 23));
    assertThat(one(free.says(FEEDBACK), FeedbackGiven.class).aside()).isNull();
  }

  @Test
  void theFourthFeedbackOfADayJoinsTheThird() {
    for (int i = 1; i <= ConversationLimits.BEGUN; i++) {
      assertThat(one(person.says(FEEDBACK + i), FeedbackGiven.class).aside()).isNull();
      person.wait(Duration.ofMinutes(31));
    }
    Decision fourth = person.says("and the nurse was away");
    assertThat(one(fourth, FeedbackAdded.class).ordinal()).isEqualTo(1);
    assertThat(Talking.shown(fourth.reply())).startsWith("Added to 4821-9309.");
    Decision tomorrow = person.wait(Duration.ofHours(24)).says(FEEDBACK);
    assertThat(of(tomorrow, FeedbackGiven.class)).hasSize(1);
  }

  private static <T extends Effect> T one(Decision decision, Class<T> type) {
    assertThat(of(decision, type)).hasSize(1);
    return of(decision, type).getFirst();
  }

  private static <T extends Effect> List<T> of(Decision decision, Class<T> type) {
    return decision.effects().stream().filter(type::isInstance).map(type::cast).toList();
  }
}
