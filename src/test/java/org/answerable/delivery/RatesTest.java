package org.answerable.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.answerable.channel.Channel;
import org.answerable.channel.Channels;
import org.answerable.channel.OutgoingMessage;
import org.answerable.channel.SendResult;
import org.junit.jupiter.api.Test;

class RatesTest {
  private static final Instant NOW = Instant.parse("2026-11-26T10:00:00Z");

  @Test
  void aChannelHasItsTextsForEachSecondAndSavesUpNoMore() {
    var rates = new Rates(new Channels(List.of(new Slow("line", "home", 4))));
    assertThat(taken(rates, NOW)).isEqualTo(4);
    assertThat(taken(rates, NOW.plusMillis(249))).isZero();
    assertThat(taken(rates, NOW.plusMillis(250))).isEqualTo(1);
    assertThat(taken(rates, NOW.plusSeconds(3600))).isEqualTo(4);
  }

  @Test
  void aClockThatGoesBackGivesNothing() {
    var rates = new Rates(new Channels(List.of(new Slow("line", "home", 4))));
    assertThat(taken(rates, NOW)).isEqualTo(4);
    assertThat(taken(rates, NOW.minusSeconds(60))).isZero();
    assertThat(taken(rates, NOW.plusMillis(500))).isEqualTo(2);
  }

  @Test
  void anOrganisationHasThePlacesOfItsFreestChannel() {
    var rates =
        new Rates(
            new Channels(
                List.of(
                    new Slow("line", "home", 2),
                    new Slow("other", "home", 5),
                    new Slow("theirs", "elsewhere", 1))));
    rates.take("theirs", NOW);
    rates.take("other", NOW);
    assertThat(rates.places(NOW)).containsEntry("home", 4).containsEntry("elsewhere", 0);
    assertThat(rates.take("nothing", NOW)).isFalse();
  }

  private static int taken(Rates rates, Instant now) {
    int taken = 0;
    while (rates.take("line", now)) {
      taken++;
    }
    return taken;
  }

  private record Slow(String id, String organisation, int perSecond) implements Channel {
    @Override
    public SendResult send(OutgoingMessage message) {
      throw new UnsupportedOperationException();
    }
  }
}
