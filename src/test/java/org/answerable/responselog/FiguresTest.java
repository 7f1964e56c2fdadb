package org.answerable.responselog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.answerable.responselog.PublicLog.Asked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FiguresTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);

  @Test
  void whatIsNotAnsweredCountsWithTheDaysThatItHasWaited() {
    List<Asked> asked = new ArrayList<>();
    IntStream.rangeClosed(1, 6).forEach(days -> asked.add(asked(days + 40, 40)));
    asked.add(asked(60, null));
    asked.add(asked(70, null));
    asked.add(asked(80, null));
    asked.add(asked(0, null));
    Figures figures = Figures.of(asked, TODAY);

    // 0 1 2 3 4 5 6 60 70 80
    assertThat(figures.first()).isEqualTo(new Figures.Days(10, 6, 4, 70));
    assertThat(figures.all().asked()).isEqualTo(10);
  }

  @Test
  void settledIsLaterThanAnsweredAndHasTheSameN() {
    List<Asked> asked =
        IntStream.range(0, 12)
            .mapToObj(
                i ->
                    new Asked(
                        TODAY.minusDays(30),
                        "board",
                        null,
                        TODAY.minusDays(28),
                        i < 6 ? TODAY.minusDays(20) : null))
            .toList();
    Figures figures = Figures.of(asked, TODAY);

    assertThat(figures.first()).isEqualTo(new Figures.Days(12, 12, 2, 2));
    assertThat(figures.settled()).isEqualTo(new Figures.Days(12, 6, 10, 30));
  }

  @Test
  void ofFewerThanTenNothingIsTold() {
    List<Asked> nine = IntStream.range(0, 9).mapToObj(i -> asked(10, 5)).toList();
    List<Asked> ten = IntStream.range(0, 10).mapToObj(i -> asked(10, 5)).toList();

    assertThat(Figures.of(nine, TODAY).first().told()).isFalse();
    assertThat(Figures.of(ten, TODAY).first().told()).isTrue();
    assertThat(Figures.of(List.of(), TODAY).settled().told()).isFalse();
  }

  @Test
  void whatIsNotPublicOneByOneIsToldInSteps() {
    assertThat(IntStream.of(0, 9, 10, 19, 20, 105).mapToLong(Suppressed::steps))
        .containsExactly(0L, 0L, 10L, 10L, 20L, 100L);
    for (long one = 0; one < 60; one++) {
      for (long other = 0; other < 60; other++) {
        long between = Math.abs(Suppressed.steps(one) - Suppressed.steps(other));
        assertThat(between == 0 || between >= Suppressed.K).isTrue();
      }
    }
  }

  private static Asked asked(int daysAgo, @Nullable Integer answeredAgo) {
    LocalDate answered = answeredAgo == null ? null : TODAY.minusDays(answeredAgo);
    return new Asked(TODAY.minusDays(daysAgo), "board", null, answered, answered);
  }
}
