package org.answerable.constituent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.answerable.platform.keys.DataKey;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What people are told agrees with what is done. */
class LastDayTest {
  private static final LocalDate SEEN = LocalDate.of(2026, 3, 1);
  private static final int DAYS = 250;

  @Test
  void isTheLastDayOnWhichAPersonIsTakenOver() {
    for (AnswerWay way : AnswerWay.values()) {
      for (List<Matter> matters : matters()) {
        Constituent person = person(way, false);
        LocalDate last = Retention.lastDay(person, matters).orElseThrow();
        for (int day = 0; day < DAYS; day++) {
          LocalDate today = SEEN.plusDays(day);
          assertThat(new Retention(today).keeps(person, matters))
              .as("%s %s on %s, last %s", way, matters, today, last)
              .isEqualTo(!today.isAfter(last));
        }
      }
    }
  }

  @Test
  void whoStoppedIsKeptAsLongAsThat() {
    assertThat(Retention.lastDay(person(AnswerWay.HERE, true), List.of())).isEmpty();
  }

  private static List<List<Matter>> matters() {
    var all = new ArrayList<List<Matter>>();
    all.add(List.of());
    for (Integer closed : Arrays.asList(null, 0, 30, 80, 120)) {
      for (Integer promised : Arrays.asList(null, 5, 100, 200)) {
        all.add(List.of(new Matter(day(closed), day(promised))));
        all.add(List.of(new Matter(day(3), null), new Matter(day(closed), day(promised))));
      }
    }
    return all;
  }

  private static @Nullable LocalDate day(@Nullable Integer after) {
    return after == null ? null : SEEN.plusDays(after);
  }

  private static Constituent person(AnswerWay way, boolean stopped) {
    return new Constituent(
        "org",
        new UUID(1, 2),
        true,
        new Settings("en", way),
        stopped,
        null,
        SEEN,
        DataKey.random());
  }
}
