package org.answerable.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.answerable.channel.Address;
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
    rates.take(somebody("theirs"), NOW);
    rates.take(somebody("other"), NOW);
    assertThat(rates.places(NOW)).containsEntry("home", 4).containsEntry("elsewhere", 0);
    assertThat(rates.take(somebody("nothing"), NOW)).isFalse();
  }

  @Test
  void whoeverWasJustWrittenToIsLeftAloneForAWhileWhereTheProviderWantsThat() {
    var rates = new Rates(new Channels(List.of(new Polite("bot", "home", 30))));
    var amina = new Address("bot", "1");
    assertThat(rates.take(amina, NOW)).isTrue();
    assertThat(rates.take(amina, NOW.plusMillis(999))).isFalse();
    assertThat(rates.take(new Address("bot", "2"), NOW.plusMillis(999))).isTrue();
    assertThat(rates.take(amina, NOW.plusSeconds(1))).isTrue();
  }

  private static Address somebody(String channel) {
    return new Address(channel, "700555123");
  }

  private static int taken(Rates rates, Instant now) {
    int taken = 0;
    while (rates.take(somebody("line"), now)) {
      taken++;
    }
    return taken;
  }

  private record Polite(String id, String organisation, int perSecond) implements Channel {
    @Override
    public Duration pausePerPerson() {
      return Duration.ofSeconds(1);
    }

    @Override
    public SendResult send(OutgoingMessage message) {
      throw new UnsupportedOperationException();
    }
  }

  private record Slow(String id, String organisation, int perSecond) implements Channel {
    @Override
    public SendResult send(OutgoingMessage message) {
      throw new UnsupportedOperationException();
    }
  }
}
