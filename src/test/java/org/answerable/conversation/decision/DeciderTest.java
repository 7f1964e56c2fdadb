package org.answerable.conversation.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.answerable.channel.Reply;
import org.answerable.constituent.AnswerWay;
import org.answerable.effect.Effect;
import org.answerable.intake.Aside;
import org.answerable.intake.FeedbackAdded;
import org.answerable.intake.FeedbackDetailed;
import org.answerable.intake.FeedbackGiven;
import org.answerable.responselog.ReceiptIssued;
import org.answerable.responselog.ReceiptState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeciderTest {
  private static final String FEEDBACK = "no syrup for 2 weeks";
  private static final LocalDate ASKED = LocalDate.of(2026, 11, 10);
  private final Talking person = Talking.in("en");

  @ParameterizedTest
  @CsvSource({
    "HELP, Words: STATUS",
    "info, Words: STATUS",
    "Msaada!, Words: STATUS",
    "aide, Words: STATUS",
    "PRIVACY, Leaders never see",
    "siri, Leaders never see",
    "Privé, Leaders never see",
    "STATUS, not find that code",
    "suivi, not find that code",
    "LANG, Language / Lugha",
    "lugha, Language / Lugha",
    "langue, Language / Lugha",
    "WORDS, QUIET 21-7",
    "maneno, WITHDRAW and its code",
    "mots, CLEAR",
    "START, Baraza Letu: tell us",
    "anza, Baraza Letu: tell us",
    "début, Baraza Letu: tell us",
    "STOP, no more texts",
    "simama, no more texts",
    "arrêt, no more texts"
  })
  void aKeywordOfAnyLanguageIsNoFeedback(String word, String reply) {
    Decision decision = person.says(word);
    assertThat(Talking.shown(decision.reply())).contains(reply);
    assertThat(decision.effects()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Stop nurses asking us for money",
        "no help at the clinic",
        "start opening on saturday",
        "the status of my test?",
        "simama hapa kwa saa 3",
        "aide nous",
        "hali mbaya clinic",
        "my language is not spoken there",
        "stop asking us for 2000 shillings",
        "hali ya 2019 ilikuwa bora",
        "taarifa ya 2019 tafadhali",
        "help 2"
      })
  void aKeywordWithinASentenceIsFeedback(String sentence) {
    assertThat(one(person.says(sentence), FeedbackGiven.class).text().text()).isEqualTo(sentence);
  }

  @Test
  void theFirstTextIsTakenInWithoutAnyGreetingAndGetsOneReceipt() {
    Decision decision = Talking.stranger().says(FEEDBACK);
    assertThat(Talking.shown(decision.reply())).containsOnlyOnce("4821-9307");
    FeedbackGiven given = one(decision, FeedbackGiven.class);
    ReceiptIssued issued = one(decision, ReceiptIssued.class);
    assertThat(issued.commitment()).isEqualTo(given.text().commitment());
    assertThat(issued.due()).isEqualTo(LocalDate.of(2027, 1, 5));
    assertThat(decision.effects()).hasSize(4);
  }

  @Test
  void aWordOfAnotherLanguageTellsHowSomebodyNewIsAnswered() {
    assertThat(Talking.stranger().hears("MSAADA")).startsWith("Andika chochote");
    assertThat(Talking.in("fr").hears("MSAADA")).startsWith("Écrivez librement");
    Talking stranger = Talking.stranger();
    stranger.says("siri");
    assertThat(stranger.hears(FEEDBACK)).startsWith("Tumeupata.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"hello", "habari yako", "Bonjour!", "asante sana", "test", "?", "5", "٣"})
  void aGreetingIsWelcomedAndSetAside(String greeting) {
    Decision decision = person.says(greeting);
    assertThat(Talking.shown(decision.reply())).startsWith("Baraza Letu: tell us");
    assertThat(one(decision, FeedbackGiven.class).aside()).isNotNull();
    assertThat(decision.next().open()).isNull();
  }

  @Test
  void stopStandsAboveAnOpenQuestionTheMenuAndTheLimit() {
    person.says(FEEDBACK);
    assertStopped(person);
    Talking inMenu = Talking.in("en");
    inMenu.says("LANG");
    assertStopped(inMenu);
    Talking fast = Talking.in("en");
    for (int i = 0; i < 30; i++) {
      fast.says(FEEDBACK);
    }
    assertStopped(fast);
    assertThat(Talking.stranger().says("STOP").stopped()).isTrue();
  }

  private static void assertStopped(Talking person) {
    Decision decision = person.says("stop");
    assertThat(Talking.shown(decision.reply())).startsWith("You will get no more texts");
    assertThat(decision.stopped()).isTrue();
    assertThat(decision.effects()).isEmpty();
    assertThat(decision.next().open()).isNull();
    assertThat(decision.next().asked()).isNull();
  }

  @Test
  void aStoppedPersonIsHeardAndToldNothingUntilStart() {
    person.says("STOP");
    Decision taken = person.says(FEEDBACK);
    assertThat(taken.reply()).isEqualTo(Reply.NOTHING);
    assertThat(one(taken, FeedbackGiven.class).text().text()).isEqualTo(FEEDBACK);
    assertThat(person.says("1").reply()).isEqualTo(Reply.NOTHING);
    assertThat(person.says("🙂").reply()).isEqualTo(Reply.NOTHING);
    assertThat(person.says("stop").reply()).isEqualTo(Reply.NOTHING);
    for (String word : List.of("HELP", "STATUS 4821-9307", "LANG 2", "PRIVACY")) {
      Decision decision = person.says(word);
      assertThat(Talking.shown(decision.reply()))
          .startsWith("You get no texts from us. START: come back.");
      assertThat(decision.stopped()).isTrue();
    }
    assertThat(person.wait(Duration.ofDays(40)).says(FEEDBACK).reply()).isEqualTo(Reply.NOTHING);
    assertThat(person.says("start").stopped()).isFalse();
    assertThat(person.hears("hello")).startsWith("Baraza Letu: tell us");
  }

  @Test
  void theOpenQuestionIsAnsweredAndEachAnswerCountsAtOnce() {
    person.says(FEEDBACK);
    FeedbackDetailed topic = one(person.says("1"), FeedbackDetailed.class);
    assertThat(topic.topic()).isEqualTo("medicines");
    assertThat(topic.consent()).isNull();
    assertThat(topic.through()).isFalse();
    FeedbackDetailed consent = one(person.says("publish"), FeedbackDetailed.class);
    assertThat(consent.consent()).isTrue();
    assertThat(consent.ordinal()).isGreaterThan(topic.ordinal());
    Decision last = person.says("3");
    assertThat(one(last, FeedbackDetailed.class).through()).isTrue();
    assertThat(last.settings().way()).isEqualTo(AnswerWay.NOT_AT_ALL);
    assertThat(last.reply()).isEqualTo(Reply.NOTHING);
  }

  @Test
  void whatAccusesIsNotAskedForPublishing() {
    person.says("the chair takes money");
    Decision decision = person.says("our leaders");
    assertThat(one(decision, FeedbackDetailed.class).topic()).isEqualTo("leadership");
    assertThat(Talking.shown(decision.reply())).startsWith("How may we answer");
  }

  @Test
  void politenessAfterTheReceiptIsNoTopic() {
    for (String thanks : List.of("thanks", "Thank you!", "merci", "asante", "ok")) {
      Talking polite = Talking.in(thanks.equals("merci") ? "fr" : "en");
      polite.says(FEEDBACK);
      Decision decision = polite.says(thanks);
      assertThat(one(decision, FeedbackGiven.class).aside()).as(thanks).isEqualTo(Aside.THANKS);
      assertThat(one(polite.says("1"), FeedbackDetailed.class).topic())
          .as("the question stays open after %s", thanks)
          .isEqualTo("medicines");
    }
  }

  @Test
  void withinThirtyMinutesATextIsAddedAndLaterItIsANewOne() {
    var given = one(person.says(FEEDBACK), FeedbackGiven.class);
    Decision more = person.wait(Duration.ofMinutes(30)).says("and the nurse was away");
    FeedbackAdded added = one(more, FeedbackAdded.class);
    assertThat(added.feedback()).isEqualTo(given.feedback());
    assertThat(added.text().reference()).isEqualTo(given.text().reference());
    assertThat(added.ordinal()).isEqualTo(1);
    assertThat(Talking.shown(more.reply())).startsWith("Added to 4821-9307.");
    assertThat(one(person.says("1"), FeedbackDetailed.class).topic())
        .as("the question stays open")
        .isEqualTo("medicines");
    Decision later = person.wait(Duration.ofMinutes(30).plusMillis(1)).says("again no syrup");
    assertThat(one(later, FeedbackGiven.class).feedback()).isNotEqualTo(given.feedback());
    assertThat(Talking.shown(later.reply())).contains("4821-9308");
  }

  @Test
  void aNumberThatIsNotOfferedIsAskedAgainInShorterWordsAndThenLeft() {
    person.says(FEEDBACK);
    for (int i = 0; i < 2; i++) {
      Decision again = person.says("9");
      assertThat(Talking.shown(again.reply()))
          .startsWith("4821-9307: we have all you wrote. About? 1 medicine 2 waiting");
      assertThat(one(again, FeedbackGiven.class).aside()).isEqualTo(Aside.NUMBER);
    }
    Decision left = person.says("99");
    assertThat(Talking.shown(left.reply())).startsWith("All noted for 4821-9307.");
    assertThat(one(left, FeedbackDetailed.class).through()).isTrue();
    assertThat(left.next().asked()).isNull();
    assertThat(person.hears("9"))
        .as("nothing is asked any more")
        .startsWith("Baraza Letu: tell us");
  }

  @Test
  void whoGoesOnWritingIsAskedOnceMoreAndThenLeftInPeace() {
    person.says(FEEDBACK);
    assertThat(person.hears("and the nurse was away")).startsWith("Added to 4821-9307.");
    Decision again = person.says("she was at the market");
    assertThat(one(again, FeedbackAdded.class).text().text()).isEqualTo("she was at the market");
    assertThat(Talking.shown(again.reply())).startsWith("4821-9307: we have all you wrote. About?");
    Decision left = person.says("like every friday");
    assertThat(one(left, FeedbackAdded.class).text().text()).isEqualTo("like every friday");
    assertThat(Talking.shown(left.reply())).startsWith("All noted for 4821-9307.");
    FeedbackDetailed over = one(left, FeedbackDetailed.class);
    assertThat(over.through()).isTrue();
    assertThat(over.ordinal()).isGreaterThan(one(left, FeedbackAdded.class).ordinal());
    Decision more = person.says("and on mondays");
    assertThat(Talking.shown(more.reply())).startsWith("Added to 4821-9307.");
    assertThat(one(more, FeedbackAdded.class).ordinal()).isGreaterThan(over.ordinal());
  }

  @Test
  void theMenuIsLeftAfterThreeNumbersThatAreNoneAndTheQuestionComesBack() {
    person.says(FEEDBACK);
    person.says("LANG");
    assertThat(person.hears("8")).isEqualTo("1 English 2 Kiswahili 3 Français");
    assertThat(person.hears("8")).isEqualTo("1 English 2 Kiswahili 3 Français");
    assertThat(person.hears("8")).isEqualTo("We go on in English. LANG: choose again.");
    assertThat(one(person.says("1"), FeedbackDetailed.class).topic()).isEqualTo("medicines");
  }

  @ParameterizedTest
  @CsvSource({
    "en, We can only read, Thank you",
    "sw, Tunaweza kusoma, Tumeupata",
    "fr, Nous ne lisons, Noté. Code"
  })
  void whatNobodyUnderstandsIsAnsweredInTheLanguageLastUsed(
      String language, String empty, String taken) {
    person.says("LANG");
    person.says(language.equals("en") ? "1" : language.equals("sw") ? "2" : "3");
    assertThat(person.hears("\ud83d\ude42")).startsWith(empty);
    person.wait(Duration.ofDays(3));
    assertThat(person.hears("...")).as("remembered").startsWith(empty);
    String receipt = person.hears("qwerty zxcv");
    assertThat(receipt).contains("4821-9307");
    if (!language.equals("en")) {
      assertThat(receipt).startsWith(taken);
    }
  }

  @Test
  void aLateAnswerIsNoAnswer() {
    person.says(FEEDBACK);
    Decision late = person.wait(Duration.ofMinutes(31)).says("publish");
    assertThat(late.effects()).hasAtLeastOneElementOfType(FeedbackGiven.class);
    assertThat(one(Talking.in("en").says("1"), FeedbackGiven.class).aside())
        .isEqualTo(Aside.NUMBER);
  }

  @Test
  void langShowsTheMenuOrChoosesAtOnce() {
    assertThat(person.hears("LANG")).contains("1 English 2 Kiswahili 3 Français");
    Decision chosen = person.says("2");
    assertThat(chosen.settings().language()).isEqualTo("sw");
    assertThat(Talking.shown(chosen.reply())).startsWith("Kuanzia sasa");
    assertThat(person.hears("hello")).startsWith("Baraza Letu: tuambie");
    assertThat(person.says("LANG 3").settings().language()).isEqualTo("fr");
    assertThat(person.says("LANG 9").settings().language()).isEqualTo("fr");
    assertThat(person.says("kiswahili").settings().language()).isEqualTo("sw");
  }

  @Test
  void aFeedbackAfterTheMenuIsFeedback() {
    person.says("LANG");
    assertThat(one(person.says(FEEDBACK), FeedbackGiven.class).text().text()).isEqualTo(FEEDBACK);
    person.says("LANG");
    assertThat(one(person.says("and no water"), FeedbackAdded.class).text().text())
        .isEqualTo("and no water");
  }

  @Test
  void theQuestionComesBackAfterTheLanguageWasChosen() {
    person.says(FEEDBACK);
    person.says("LANG");
    person.says("2");
    assertThat(one(person.says("1"), FeedbackDetailed.class).topic()).isEqualTo("medicines");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "STATUS 4821-9307",
        "status 48219307",
        "Status: 4821 9307.",
        "hali 4821-9307",
        "SUIVI 4821–9307",
        "STATUS ٤٨٢١-٩٣٠٧",
        "STATUS ۴۸۲۱۹۳۰۷",
        "STATUS ４８２１９３０７",
        "STATUS ४८२१ ९३०७",
        "\u202aSTATUS\u202c 4821\u200b-9307"
      })
  void statusNamesTheCodeHoweverItIsTyped(String text) {
    person.receipt("48219307", new ReceiptState(ASKED, LocalDate.of(2026, 11, 30), null, null));
    assertThat(person.hears(text)).startsWith("4821-9307: taken in").contains("due 30 Nov");
  }

  @Test
  void statusOfAnUnknownOrMistypedCodeIsOneOtherText() {
    person.receipt("48219307", new ReceiptState(ASKED, LocalDate.of(2026, 11, 30), null, null));
    for (String text :
        List.of("STATUS 4821-9308", "STATUS 4821930", "STATUS 482193077", "STATUS", "STATUS 0")) {
      Decision decision = person.says(text);
      assertThat(Talking.shown(decision.reply())).as(text).startsWith("We can not find that code.");
      assertThat(decision.effects()).as(text).isEmpty();
    }
  }

  @Test
  void aDayIsLateWhenItIsOver() {
    LocalDate today = LocalDate.of(2026, 11, 24);
    person.receipt("48219307", new ReceiptState(ASKED, today, null, null));
    assertThat(person.hears("STATUS 48219307")).contains("Not late");
    person.wait(Duration.ofHours(12));
    assertThat(person.hears("STATUS 48219307")).as("past midnight in Nairobi").contains("is late");
  }

  @Test
  void aLongTextIsCutAtTheLimitAndTheRestIsAdded() {
    String longest = "a".repeat(ConversationLimits.MESSAGE_CHARS - 2) + "🙂🙂";
    assertThat(one(person.says(longest), FeedbackGiven.class).text().text()).isEqualTo(longest);
    Talking other = Talking.in("en");
    Decision cut = other.says(longest + "b");
    assertThat(one(cut, FeedbackGiven.class).text().text()).isEqualTo(longest);
    assertThat(Talking.shown(cut.reply())).startsWith("Your text was very long.");
    Decision again = other.says(longest + "b");
    assertThat(one(again, FeedbackAdded.class).text().text()).isEqualTo(longest);
    assertThat(Talking.shown(again.reply())).startsWith("Your text was very long.");
  }

  @Test
  void pastTwentyTextsAMinuteEverythingIsKeptAndItIsSaidOnce() {
    for (int i = 1; i <= ConversationLimits.RATE_MESSAGES; i++) {
      assertThat(person.says("text number " + i).reply()).isNotEqualTo(Reply.NOTHING);
    }
    Decision next = person.says("the next text");
    assertThat(Talking.shown(next.reply())).startsWith("We have several texts from you");
    assertThat(one(next, FeedbackAdded.class).text().text()).isEqualTo("the next text");
    Decision silent = person.says("and one more");
    assertThat(silent.reply()).isEqualTo(Reply.NOTHING);
    assertThat(one(silent, FeedbackAdded.class).text().text()).isEqualTo("and one more");
    assertThat(person.hears("HELP")).as("some keywords go on").startsWith("Write anything");
    assertThat(person.says("STATUS 1234-5678").reply()).as("guesses end").isEqualTo(Reply.NOTHING);
    person.wait(ConversationLimits.RATE_WINDOW);
    assertThat(person.hears("a new minute")).startsWith("Added to");
  }

  @Test
  void aTextIsKeptWhenTheOpenQuestionIsInNoFlowAnyMore() {
    person.says("no syrup at Mto");
    Decision more = person.questionGone().says("and none at Kilima");
    assertThat(one(more, FeedbackAdded.class).text().text()).isEqualTo("and none at Kilima");
    assertThat(Talking.shown(more.reply())).startsWith("Added to");
  }

  @Test
  void nothingThatWasWrittenShowsInTheTextOfADecision() {
    Decision decision = person.says("no syrup at Mto 4821-9307");
    assertThat(decision.toString()).doesNotContain("syrup").doesNotContain("Mto");
    assertThat(decision.effects().toString()).doesNotContain("syrup").doesNotContain("48219307");
  }

  private static <E extends Effect> E one(Decision decision, Class<E> type) {
    List<E> found = decision.effects().stream().filter(type::isInstance).map(type::cast).toList();
    assertThat(found).as("%s in %s", type.getSimpleName(), decision.effects()).hasSize(1);
    return found.getFirst();
  }
}
