package org.answerable.constituent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.answerable.platform.keys.DataKey;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RetentionTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);
  private final Retention retention = new Retention(TODAY);

  @Test
  void keepsWhoeverWroteWithinTwoWeeksAndNobodyLongerWhomNothingIsOwed() {
    assertThat(keeps(person(14, AnswerWay.HERE, false))).isTrue();
    assertThat(keeps(person(15, AnswerWay.HERE, false))).isFalse();
  }

  @Test
  void keepsWhoeverWaitsForAnAnswerForNinetyDays() {
    Matter open = new Matter(null, null);
    assertThat(keeps(person(90, AnswerWay.HERE, false), open)).isTrue();
    assertThat(keeps(person(91, AnswerWay.HERE, false), open)).isFalse();
  }

  @Test
  void keepsWhoeverMayStillDisputeForTwoWeeksAfterTheClosure() {
    assertThat(keeps(person(60, AnswerWay.HERE, false), closed(14))).isTrue();
    assertThat(keeps(person(60, AnswerWay.HERE, false), closed(15))).isFalse();
    assertThat(keeps(person(60, AnswerWay.HERE, false), closed(15), closed(3))).isTrue();
  }

  @Test
  void keepsWhoeverAgreedToHearOfAPromiseUntilTwoWeeksAfterItsDay() {
    Matter promise = new Matter(TODAY.minusDays(200), TODAY.minusDays(14));
    Matter past = new Matter(TODAY.minusDays(200), TODAY.minusDays(15));
    assertThat(keeps(person(200, AnswerWay.HERE, false), promise)).isTrue();
    assertThat(keeps(person(200, AnswerWay.HERE, false), past)).isFalse();
    assertThat(keeps(person(200, AnswerWay.NOT_AT_ALL, false), promise)).isFalse();
  }

  @Test
  void keepsAStopForEver() {
    assertThat(keeps(person(4000, AnswerWay.NOT_AT_ALL, true))).isTrue();
  }

  @Test
  void keepsTheWayBackOfWhatIsOpenOrPromisedOrWasJustClosed() {
    Constituent person = person(1, AnswerWay.HERE, false);
    assertThat(retention.keeps(person, new Matter(null, null))).isTrue();
    assertThat(retention.keeps(person, closed(14))).isTrue();
    assertThat(retention.keeps(person, closed(15))).isFalse();
    assertThat(retention.keeps(person, new Matter(TODAY.minusDays(15), TODAY))).isTrue();
    Constituent quiet = person(1, AnswerWay.NOT_AT_ALL, false);
    assertThat(retention.keeps(quiet, new Matter(TODAY.minusDays(15), TODAY))).isFalse();
  }

  @Test
  void aStopIsKeptForEverAndTheWayFromAFeedbackIsNot() {
    Matter open = new Matter(null, null);
    assertThat(retention.keeps(person(90, AnswerWay.HERE, true), open)).isTrue();
    assertThat(retention.keeps(person(91, AnswerWay.HERE, true), open)).isFalse();
  }

  @Test
  void aPromiseKeepsItsOwnWayAndNoOther() {
    Constituent person = person(150, AnswerWay.HERE, false);
    Matter promised = new Matter(TODAY.minusDays(150), TODAY);
    Matter open = new Matter(null, null);
    assertThat(keeps(person, open, promised)).isTrue();
    assertThat(retention.keeps(person, promised)).isTrue();
    assertThat(retention.keeps(person, open)).isFalse();
  }

  @Test
  void whoWantsToHearOfVotesIsKeptForNinetyDays() {
    assertThat(keeps(person(15, AnswerWay.HERE, false))).isFalse();
    assertThat(keeps(subscriber(90))).isTrue();
    assertThat(keeps(subscriber(91))).isFalse();
    assertThat(Retention.lastDay(subscriber(15), List.of())).contains(TODAY.plusDays(75));
  }

  private static Constituent subscriber(int daysAgo) {
    Constituent person = person(daysAgo, AnswerWay.HERE, false);
    return person.after(person.settings().withVotes(true), false, person.seen());
  }

  private boolean keeps(Constituent person, Matter... matters) {
    return retention.keeps(person, List.of(matters));
  }

  private static Matter closed(int daysAgo) {
    return new Matter(TODAY.minusDays(daysAgo), null);
  }

  private static Constituent person(int daysAgo, AnswerWay way, boolean stopped) {
    @Nullable LocalDate muted = null;
    return new Constituent(
        "org",
        new UUID(4, 2),
        true,
        new Settings("en", way),
        stopped,
        muted,
        TODAY.minusDays(daysAgo),
        DataKey.random());
  }
}
