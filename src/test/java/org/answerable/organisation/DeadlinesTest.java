package org.answerable.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class DeadlinesTest {
  private static final LocalDate TUESDAY = LocalDate.of(2026, 11, 24);
  private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 27);
  private static final LocalDate SATURDAY = LocalDate.of(2026, 11, 28);

  private final Deadlines deadlines = new Deadlines(DemoFile.organisation());

  @Test
  void thirtyWorkingDaysFromTheTwentyFourthOfNovemberEndOnTheFifthOfJanuary() {
    assertThat(deadlines.after(TUESDAY, 30)).isEqualTo(LocalDate.of(2027, 1, 5));
  }

  @Test
  void theDayOfAskingIsNotCounted() {
    assertThat(deadlines.after(TUESDAY, 1)).isEqualTo(TUESDAY.plusDays(1));
  }

  @Test
  void noDaysMeanTheEndOfTheSameDayOnAWeekendToo() {
    assertThat(deadlines.after(TUESDAY, 0)).isEqualTo(TUESDAY);
    assertThat(deadlines.due(SATURDAY, Kind.DISTRESS, "other")).isEqualTo(SATURDAY);
  }

  @Test
  void aWeekendIsNotCounted() {
    LocalDate monday = LocalDate.of(2026, 11, 30);
    assertThat(deadlines.after(FRIDAY, 1)).isEqualTo(monday);
    assertThat(deadlines.after(SATURDAY, 1)).isEqualTo(monday);
  }

  @Test
  void praiseIsNeverDue() {
    assertThat(deadlines.due(TUESDAY, Kind.PRAISE, "thanks")).isNull();
  }

  @Test
  void aTopicsOwnDaysCountForReportsOnly() {
    assertThat(deadlines.due(TUESDAY, Kind.REPORT, "medicines"))
        .isEqualTo(LocalDate.of(2026, 11, 27));
    assertThat(deadlines.due(TUESDAY, Kind.IDEA, "medicines")).isEqualTo(LocalDate.of(2027, 1, 5));
  }

  @Test
  void aTopicWithoutDaysOfItsOwnHasThoseOfTheKind() {
    assertThat(deadlines.due(TUESDAY, Kind.REPORT, "waiting"))
        .isEqualTo(LocalDate.of(2026, 12, 14));
    assertThat(deadlines.due(TUESDAY, Kind.REPORT, Topic.UNSORTED))
        .isEqualTo(LocalDate.of(2026, 12, 14));
  }

  @Test
  void noTopicOrKindIsDueAfterTheLongestDay() {
    Organisation organisation = DemoFile.organisation();
    LocalDate longest = deadlines.longest(TUESDAY);
    assertThat(longest).isEqualTo(LocalDate.of(2027, 1, 5));
    for (Topic topic : organisation.topics()) {
      for (Kind kind : Kind.values()) {
        LocalDate due = deadlines.due(TUESDAY, kind, topic.id());
        if (due != null) {
          assertThat(due).isBeforeOrEqualTo(longest);
        }
      }
    }
  }

  @Test
  void onlyTheOrganisationsWorkingDaysCount() {
    String yaml =
        DemoFile.yaml()
            .replace(
                "[monday, tuesday, wednesday, thursday, friday]",
                "[sunday, monday, tuesday, wednesday, thursday]");
    Deadlines own = new Deadlines(DemoFile.read(yaml));
    assertThat(own.after(FRIDAY, 1)).isEqualTo(LocalDate.of(2026, 11, 29));
  }

  @Test
  void aKindWithoutDaysIsOurOwnBug() {
    Organisation whole = DemoFile.organisation();
    Organisation organisation = DemoFile.withoutKindDays(whole);
    assertThatThrownBy(() -> new Deadlines(organisation).due(TUESDAY, Kind.IDEA, "other"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("no days for idea about other");
  }
}
