package org.answerable.constituent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuietHoursTest {
  private static final ZoneId NAIROBI = ZoneId.of("Africa/Nairobi");

  @ParameterizedTest
  @CsvSource({
    "21, 7, 2026-11-24T18:00:00Z, 2026-11-25T04:00:00Z",
    "21, 7, 2026-11-24T22:30:00Z, 2026-11-25T04:00:00Z",
    "21, 7, 2026-11-25T03:59:59Z, 2026-11-25T04:00:00Z",
    "21, 7, 2026-11-25T04:00:00Z,",
    "21, 7, 2026-11-24T17:59:59Z,",
    "9, 17, 2026-11-24T09:00:00Z, 2026-11-24T14:00:00Z",
    "9, 17, 2026-11-24T14:00:00Z,",
    "22, 0, 2026-11-24T20:00:00Z, 2026-11-24T21:00:00Z",
    "0, 6, 2026-11-24T21:00:00Z, 2026-11-25T03:00:00Z"
  })
  void endWhereTheOrganisationIs(int from, int until, Instant now, Instant end) {
    assertThat(new QuietHours(from, until).endOf(now, NAIROBI).orElse(null)).isEqualTo(end);
  }

  /** The clocks go back at 3 on that night, so it has an hour more. */
  @Test
  void knowTheClocksOfTheZone() {
    assertThat(
            new QuietHours(22, 7)
                .endOf(Instant.parse("2026-10-24T21:00:00Z"), ZoneId.of("Europe/Berlin")))
        .contains(Instant.parse("2026-10-25T06:00:00Z"));
  }

  @ParameterizedTest
  @CsvSource({"24, 7, true", "21, 24, true", "7, 7, false", "0, 24, false", "25, 7, false"})
  void areTwoDifferentHoursOfADay(int from, int until, boolean taken) {
    assertThat(QuietHours.of(from, until).isPresent()).isEqualTo(taken);
  }

  @Test
  void areKeptWithTheOtherSettings() {
    for (Settings settings :
        new Settings[] {
          new Settings(
              "sw",
              true,
              AnswerWay.NOT_AT_ALL,
              true,
              new QuietHours(21, 7),
              "a verifier",
              true,
              LocalDate.of(2026, 11, 23)),
          new Settings("sw", AnswerWay.NOTICE).withPin("a verifier"),
          new Settings("fr", AnswerWay.HERE)
        }) {
      assertThat(Settings.ofKept(settings.kept())).isEqualTo(settings);
    }
  }

  /** Written by a version that knew neither votes nor weeks. */
  @Test
  void areReadAsTheyWereKeptBefore() {
    Settings kept = Settings.ofKept("sw\ntrue\nNOTICE\nfalse\n\n\na verifier");
    assertThat(kept)
        .isEqualTo(new Settings("sw", AnswerWay.NOTICE).choosing("sw").withPin("a verifier"));
    LocalDate thursday = LocalDate.of(2026, 11, 26);
    assertThat(kept.knownSince(thursday).since()).isEqualTo(LocalDate.of(2026, 11, 23));
    assertThat(kept.knownSince(thursday).knownSince(thursday.plusDays(30)).since())
        .as("the first week stays")
        .isEqualTo(LocalDate.of(2026, 11, 23));
  }
}
