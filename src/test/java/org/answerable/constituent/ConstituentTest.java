package org.answerable.constituent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import org.answerable.platform.keys.DataKey;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ConstituentTest {
  private static final LocalDate SEEN = LocalDate.of(2026, 11, 1);
  private static final LocalDate LAST = SEEN.plusDays(90);

  @Test
  void isIdleAfterNinetyDaysWithoutAText() {
    assertThat(person(true, false, null).isIdle(LAST)).isFalse();
    assertThat(person(true, false, null).isIdle(LAST.plusDays(1))).isTrue();
    assertThat(person(true, true, null).isIdle(LAST.plusDays(1))).as("a stop lasts").isFalse();
    assertThat(person(false, false, null).isIdle(LAST.plusDays(1))).as("a stranger").isFalse();
  }

  @Test
  void isMutedUntilTheEndOfItsDay() {
    assertThat(person(true, false, null).isMuted(SEEN)).isFalse();
    assertThat(person(true, false, SEEN).isMuted(SEEN)).isTrue();
    assertThat(person(true, false, SEEN).isMuted(SEEN.plusDays(1))).isFalse();
    assertThat(person(true, false, SEEN).isMuted(SEEN.minusDays(1))).isTrue();
  }

  @Test
  void isTheSamePersonAfterAMessage() {
    Constituent before = person(false, false, SEEN);
    Settings chosen = before.settings().withWay(AnswerWay.NOTICE).withSilence(true);
    Constituent after = before.after(chosen, true, LAST);
    assertThat(after)
        .isEqualTo(
            new Constituent("org", before.who(), true, chosen, true, SEEN, LAST, before.key()));
  }

  @Test
  void provesItsFeedbacksAndNobodyElsesAndShowsNothing() {
    Constituent one = person(true, false, null);
    Constituent other = person(true, false, null);
    UUID feedback = new UUID(5, 5);
    assertThat(one.ownerTag(feedback)).hasSize(32).isEqualTo(one.ownerTag(feedback));
    assertThat(one.ownerTag(feedback)).isNotEqualTo(other.ownerTag(feedback));
    assertThat(one.ownerTag(feedback)).isNotEqualTo(one.ownerTag(new UUID(5, 6)));
    assertThat(one).hasToString("Constituent[redacted]");
  }

  /** What was chosen comes back as it was, whatever was. */
  @Test
  void settingsComeBackAsTheyWereKept() {
    Settings settings = new Settings("sw", AnswerWay.HERE);
    QuietHours night = QuietHours.of(21, 7).orElseThrow();
    for (Settings one :
        new Settings[] {
          settings,
          settings.hearing("fr"),
          settings.withSilence(true).withWay(AnswerWay.NOT_AT_ALL),
          settings.withQuiet(night),
          settings.withPin("verifier").withQuiet(night),
          settings.withPin("verifier")
        }) {
      assertThat(Settings.ofKept(one.kept())).isEqualTo(one);
      assertThat(one.toString()).doesNotContain("verifier");
    }
  }

  private static Constituent person(boolean known, boolean stopped, @Nullable LocalDate muted) {
    return new Constituent(
        "org",
        new UUID(1, 1),
        known,
        new Settings("en", AnswerWay.HERE),
        stopped,
        muted,
        SEEN,
        DataKey.random());
  }
}
