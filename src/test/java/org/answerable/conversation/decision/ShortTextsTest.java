package org.answerable.conversation.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.answerable.responselog.ReceiptState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The least that people send, and mean something by. */
class ShortTextsTest {
  private static final LocalDate ASKED = LocalDate.of(2026, 11, 20);
  private static final String FEEDBACK = "no syrup at mto clinic for 2 weeks";
  private final Talking person = Talking.in("en");

  @ParameterizedTest
  @ValueSource(strings = {"4821-9307", "48219307", " 4821 9307. "})
  void aReceiptAloneAsksHowFarItIsAndCostsNoTry(String receipt) {
    person.receipt("48219307", new ReceiptState(ASKED, LocalDate.of(2026, 11, 30), null, null));
    person.says(FEEDBACK);
    byte[] asked = person.talk().asked();
    Decision decision = person.says(receipt);
    assertThat(Talking.shown(decision.reply())).startsWith("4821-9307: taken in");
    assertThat(decision.effects()).isEmpty();
    assertThat(decision.next().asked()).isEqualTo(asked);
  }

  @Test
  void startIsNoWelcomeBackForWhoeverHadNotStopped() {
    assertThat(Talking.stranger().hears("START")).startsWith("Baraza Letu: tell us");
    person.says("STOP");
    assertThat(person.hears("START")).startsWith("Welcome back");
  }
}
