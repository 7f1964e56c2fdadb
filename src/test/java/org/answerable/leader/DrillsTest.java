package org.answerable.leader;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DrillsTest {
  private static final LocalDate FIRST = LocalDate.of(2026, 11, 25);
  private final Map<String, LocalDate> kept = new HashMap<>(Map.of("org", FIRST));
  private final Drills drills = new Drills(name -> Optional.ofNullable(kept.get(name)));

  @Test
  void isDueAfterAYear() {
    assertThat(drills.overdue("org", FIRST)).isEmpty();
    assertThat(drills.overdue("org", FIRST.plusYears(1))).isEmpty();
    assertThat(drills.overdue("org", FIRST.plusYears(1).plusDays(1))).contains(FIRST);
  }

  @Test
  void isDueNoMoreOnceItWasDone() {
    LocalDate day = FIRST.plusYears(2);
    assertThat(drills.overdue("org", day)).contains(FIRST);
    kept.put("org", day);
    assertThat(drills.overdue("org", day)).isEmpty();
  }

  @Test
  void whoIsNotKnownIsNotReminded() {
    assertThat(drills.overdue("other", FIRST.plusYears(9))).isEmpty();
  }
}
