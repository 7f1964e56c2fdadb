package org.answerable.responselog.witness;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WitnessingTest {
  @ParameterizedTest
  @CsvSource({
    "1, 0, 10",
    "2, 0, 20",
    "3, 7, 40",
    "9, 0, 2560",
    "10, 0, 3600",
    "99999, 0, 3600",
    "1, 7, 10",
    "1, 300, 300",
    "1, 999999, 3600",
  })
  void aWitnessThatFailsIsLeftAloneLongerAndLonger(int failures, int wanted, int seconds) {
    assertThat(Witnessing.pause(failures, Duration.ofSeconds(wanted)))
        .isEqualTo(Duration.ofSeconds(seconds));
  }
}
