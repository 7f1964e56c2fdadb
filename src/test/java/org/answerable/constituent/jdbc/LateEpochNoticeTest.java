package org.answerable.constituent.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.answerable.platform.keys.LivingEpochs;
import org.junit.jupiter.api.Test;

class LateEpochNoticeTest {
  private static final LocalDate BEGUN = LocalDate.of(2026, 11, 2);

  @Test
  void leadersHearOfKeysThatDidNotChangeADayAfterTheyShouldHave() {
    assertThat(isLate(new LivingEpochs(4, 4), 8)).isFalse();
    assertThat(isLate(new LivingEpochs(4, 4), 9)).isTrue();
  }

  @Test
  void leadersHearOfAChangeThatDoesNotEnd() {
    assertThat(isLate(new LivingEpochs(5, 4), 1)).isFalse();
    assertThat(isLate(new LivingEpochs(5, 4), 2)).isTrue();
  }

  private static boolean isLate(LivingEpochs living, int days) {
    var stand = new EpochTable.Stand(living, BEGUN, false, false);
    return LateEpochNotice.isLate(stand, BEGUN.plusDays(days));
  }
}
