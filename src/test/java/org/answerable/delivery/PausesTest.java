package org.answerable.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PausesTest {
  @Test
  void growsToAnHourAndThenGivesUp() {
    assertThat(Pauses.after(0, null)).contains(Duration.ofSeconds(30));
    assertThat(Pauses.after(1, null)).contains(Duration.ofMinutes(1));
    assertThat(Pauses.after(6, null)).contains(Duration.ofMinutes(32));
    assertThat(Pauses.after(7, null)).contains(Duration.ofHours(1));
    assertThat(Pauses.after(Pauses.MAX_ATTEMPTS - 2, null)).contains(Duration.ofHours(1));
    assertThat(Pauses.after(Pauses.MAX_ATTEMPTS - 1, null)).isEmpty();
  }

  @Test
  void triesForAboutSevenHours() {
    Duration total = Duration.ZERO;
    for (int attempts = 0; attempts < Pauses.MAX_ATTEMPTS; attempts++) {
      total = total.plus(Pauses.after(attempts, null).orElse(Duration.ZERO));
    }
    assertThat(total).isBetween(Duration.ofHours(6), Duration.ofHours(8));
  }

  @Test
  void keepsAProvidersLongerWishUpToADay() {
    assertThat(Pauses.after(0, Duration.ofMinutes(5))).contains(Duration.ofMinutes(5));
    assertThat(Pauses.after(0, Duration.ofSeconds(1))).contains(Duration.ofSeconds(30));
    assertThat(Pauses.after(0, Duration.ofDays(9))).contains(Duration.ofDays(1));
    assertThat(Pauses.after(Pauses.MAX_ATTEMPTS - 1, Duration.ofSeconds(1)))
        .isEqualTo(Optional.empty());
  }
}
