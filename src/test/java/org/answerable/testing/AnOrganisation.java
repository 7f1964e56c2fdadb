package org.answerable.testing;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.answerable.organisation.ChannelConfig;
import org.answerable.organisation.Localised;
import org.answerable.organisation.Organisation;
import org.answerable.organisation.SmsCosts;

/** The smallest organisation, for tests that need only its channels. */
public final class AnOrganisation {
  private AnOrganisation() {}

  /** {@code baraza}, in Nairobi, English and Kiswahili. */
  public static Organisation with(ChannelConfig... channels) {
    return new Organisation(
        "baraza",
        "Baraza",
        true,
        List.of("en", "sw"),
        ZoneId.of("Africa/Nairobi"),
        Set.of(DayOfWeek.MONDAY),
        Duration.ofHours(1),
        Duration.ofMinutes(30),
        Duration.ofHours(1),
        0,
        true,
        false,
        20,
        List.of(),
        List.of(),
        Map.of(),
        List.of(),
        List.of(),
        Map.of(),
        Map.of(),
        Map.of(),
        List.of(channels),
        SmsCosts.NONE,
        List.of(),
        new Localised(Map.of("en", "about")));
  }
}
