package org.answerable.conversation.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.answerable.confidential.Confided;
import org.answerable.effect.Effect;
import org.answerable.intake.Aside;
import org.answerable.intake.FeedbackAdded;
import org.answerable.intake.FeedbackGiven;
import org.answerable.responselog.ReceiptState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** PINs and codes where people write what leaders read. */
class SecretsInTextsTest {
  private static final String PIN = "8642";
  private final Talking person = Talking.in("en");

  private void hasAPin() {
    person.says("no syrup for 2 weeks");
    person.says("safety");
    person.says("notice");
    assertThat(person.says(PIN).settings().pin()).isNotNull();
    person.wait(Duration.ofHours(1));
  }

  @ParameterizedTest
  @CsvSource({
    "READ code my pin 8642, To read an answer send READ",
    "READ 4821-9307 my pin is 8642, To read an answer send READ",
    "please read 4821 9307 8642, To read an answer send READ",
    "FORGET 1234 please, To be forgotten send FORGET and nothing else",
    "please forget 1234, To be forgotten send FORGET and nothing else",
    "FORGET it 4821, To be forgotten send FORGET and nothing else",
    "STOP 4821-9307, To get no more texts send STOP and nothing else",
    "STOP 4821 please, To get no more texts send STOP and nothing else",
    "STATUS of my code 4821-9307, We can not find that code. Send STATUS",
    "status 4821-930 please, We can not find that code. Send STATUS",
    "my receipt is 4821-9307, We can not find that code. Send STATUS",
    "my code is 4821-9307, We can not find that code. Send STATUS",
    "WITHDRAW number 4821-9307 please, Nothing is taken back. Send WITHDRAW",
    "PIN 8642, To read an answer send READ",
    "my pin is 47 11, To read an answer send READ",
    "my PIN is ٨٦٤٢, To read an answer send READ",
    "pin yangu ni 8642, To read an answer send READ",
    "namba ya siri ni 8642, To read an answer send READ",
    "soma risiti 48219307 na pin 8642, To read an answer send READ",
    "mon code est 8642, To read an answer send READ",
    "HELP my code is 4821-9307, Write anything",
    "help 4821-9307, Write anything"
  })
  void aTextOfNothingButASecretIsNotKeptAndItIsSaidHowToWriteIt(String text, String said) {
    Decision decision = person.says(text);
    assertThat(Talking.shown(decision.reply())).contains(said);
    assertThat(decision.effects()).isEmpty();
    assertThat(decision.stopped()).isFalse();
  }

  @Test
  void safeWithACodeBehindItIsSafe() {
    assertThat(person.hears("SAFE 4821-9307")).startsWith("Write now what happened.");
    assertThat(one(person.says("the nurse told my landlord"), Confided.class)).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "we waited 3 hours, 12 people",
        "2019 was better",
        "they took 2000 and 1500 shillings, 8642 in all",
        "stop asking us for 2000",
        "I want 2000 please",
        "hali ya 2019 ilikuwa bora",
        "on 26-11-2026 nobody came",
        "the nurse wants it sent to 70123456",
        "open 0800-1700, they said",
        "1 2 3 4 5 6 7 8 9 10 chairs are broken",
        "walinipa risiti ya 2000"
      })
  void whatMerelyHoldsNumbersIsTakenWhole(String text) {
    assertThat(kept(person.says(text))).isEqualTo(text);
    hasAPinAnd("1357", text);
  }

  private static void hasAPinAnd(String pin, String text) {
    Talking other = Talking.in("en");
    other.says("no syrup for 2 weeks");
    other.says("safety");
    other.says("notice");
    other.says(pin);
    other.wait(Duration.ofHours(1));
    if (!text.startsWith("1 2 3")) { // more numbers than are compared
      assertThat(kept(other.says(text))).as("of who has a PIN").isEqualTo(text);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "the nurse saw my pin 8642 today, the nurse saw my pin […] today",
    "they all know my PIN is 47 11 by now, they all know my PIN is […] by now",
    "pin yangu ni 8642 na muuguzi anaijua, pin yangu ni […] na muuguzi anaijua",
    "mon code est 8642 et personne ne répond, mon code est […] et personne ne répond",
    "my pin is4711 I told her, my pin is[…] I told her"
  })
  void whatATextCallsASecretIsTakenOutWhoeverWritesIt(String text, String kept) {
    assertThat(kept(person.says(text))).isEqualTo(kept);
  }

  @ParameterizedTest
  @CsvSource({
    "8642 I told the nurse, […] I told the nurse",
    "I sent 86 42 and she said no, I sent […] and she said no",
    "it was 8-6-4-2 all the time, it was […] all the time",
    "she typed ٨٦٤٢ for me, she typed […] for me",
    "since 2019 it is 8642 for her, since 2019 it is […] for her",
    "READ4821 9307 8642 does nothing at the clinic, READ[…] […] does nothing at the clinic"
  })
  void thePinOfWhoeverHasOneIsTakenOutWhereverItStands(String text, String kept) {
    hasAPin();
    assertThat(kept(person.says(text))).isEqualTo(kept);
  }

  @Test
  void theReplyIsTheSameWhetherANumberWasThePin() {
    hasAPin();
    String right = person.hears("gate 8642 is broken again").replaceAll("\\d{4}-\\d{4}", "");
    person.wait(Duration.ofHours(1));
    String wrong = person.hears("gate 1357 is broken again").replaceAll("\\d{4}-\\d{4}", "");
    assertThat(right).isEqualTo(wrong);
  }

  /** Or a leader with somebody's phone would find the PIN in the inbox: what is taken out is it. */
  @Test
  void whoTriesNumbersFindsNoneOut() {
    hasAPin();
    for (int i = 0; i < ConversationLimits.PIN_LOOKS; i++) {
      assertThat(kept(person.says("gate 100" + i + " broken"))).contains("100" + i);
    }
    assertThat(kept(person.says("gate 2000 broken"))).isEqualTo("gate […] broken");
    assertThat(kept(person.wait(Duration.ofHours(24)).says("gate 2000 broken"))).contains("2000");
  }

  @Test
  void ofManyNumbersInATextAFewAreComparedAndTheRestTakenOut() {
    hasAPin();
    assertThat(kept(person.says("prices 1000 x 1001 x 1002 x 1003 x 1004 x 1005 x 8642")))
        .isEqualTo("prices 1000 x 1001 x 1002 x 1003 x 1004 x […] x […]");
  }

  @Test
  void aReceiptIsTakenOutAndOnlyAReceipt() {
    person.receipt("48210000", new ReceiptState(LocalDate.of(2026, 11, 10), null, null, null));
    assertThat(kept(person.says("nobody answered 4821-0000, nor 70123456 by phone")))
        .isEqualTo("nobody answered […], nor 70123456 by phone");
    assertThat(kept(person.says("48 21 00 00 was first"))).isEqualTo("[…] was first");
  }

  @Test
  void aLoneNumberAsLongAsASecretIsCountedAndNotKept() {
    FeedbackGiven given = one(person.says("8642"), FeedbackGiven.class);
    assertThat(given.aside()).isEqualTo(Aside.NUMBER);
    assertThat(given.text().text()).isEqualTo("[…]");
    assertThat(person.says("4821-9999").effects()).as("it asks for a status").isEmpty();
    assertThat(kept(person.says("86 42"))).isEqualTo("[…]");
    assertThat(kept(person.says("5"))).isEqualTo("5");
  }

  @Test
  void whoIsAskedForAPinMayWrapItInASentenceAndNothingElseHasIt() {
    person.says("no syrup for 2 weeks");
    person.says("safety");
    person.says("notice");
    assertThat(kept(person.says("ok is 8642 good or does she guess it")))
        .isEqualTo("ok is […] good or does she guess it");
    assertThat(person.hears("my pin is 86421")).startsWith("Send 4 digits");
    Decision set = person.says("my pin is 86 42 please");
    assertThat(set.settings().pin()).isNotNull();
    assertThat(set.effects()).isEmpty();
    person.kept("48219307", "The pharmacist is back.");
    assertThat(person.hears("READ 4821-9307 8642")).endsWith("The pharmacist is back.");
  }

  @Test
  void whatIsConfidedHasNoneEither() {
    hasAPin();
    person.says("SAFE");
    Confided confided = one(person.says("he knows 8642 now"), Confided.class);
    assertThat(confided.words()).isEqualTo("he knows […] now");
  }

  @Test
  void whoHasStoppedIsToldAsMuchAsOfTheWordItself() {
    person.says("STOP");
    assertThat(person.hears("FORGET 1234 please")).startsWith("To be forgotten");
    assertThat(person.hears("my pin is 8642"))
        .isEqualTo("You get no texts from us. START: come back.");
    assertThat(person.says("STOP 4821 please").reply().texts()).isEmpty();
    Decision taken = person.says("the nurse saw my pin 8642");
    assertThat(taken.reply().texts()).isEmpty();
    assertThat(kept(taken)).isEqualTo("the nurse saw my pin […]");
    Talking silent = Talking.in("en");
    silent.says("he beats me. dont reply");
    assertThat(silent.says("FORGET 1234 please").reply().texts()).isEmpty();
  }

  @Test
  void theDigitsThatConfirmForgetAreNotKeptWhileTheyCount() {
    person.says("FORGET");
    assertThat(kept(person.says("what is this 4821 you send me")))
        .isEqualTo("what is this […] you send me");
    assertThat(person.says("FORGET 4821").forgets()).isTrue();
  }

  /** What is written of the last text. */
  private static String kept(Decision decision) {
    List<String> texts = decision.effects().stream().flatMap(SecretsInTextsTest::texts).toList();
    assertThat(texts).hasSize(1);
    return texts.getFirst();
  }

  private static Stream<String> texts(Effect effect) {
    return switch (effect) {
      case FeedbackGiven given -> Stream.of(given.text().text());
      case FeedbackAdded added -> Stream.of(added.text().text());
      default -> Stream.empty();
    };
  }

  private static <T extends Effect> T one(Decision decision, Class<T> type) {
    return decision.effects().stream()
        .filter(type::isInstance)
        .map(type::cast)
        .findFirst()
        .orElseThrow();
  }
}
