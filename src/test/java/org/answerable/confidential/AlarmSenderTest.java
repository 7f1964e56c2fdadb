package org.answerable.confidential;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.answerable.channel.Channel;
import org.answerable.channel.Channels;
import org.answerable.channel.OutgoingMessage;
import org.answerable.channel.SendResult;
import org.answerable.delivery.Notices;
import org.answerable.leader.Leader;
import org.answerable.organisation.ChannelConfig;
import org.answerable.organisation.Organisations;
import org.answerable.testing.AnOrganisation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** An alarm says two words, and neither how often nor about what. */
class AlarmSenderTest {
  private static final UUID ACCOUNT = UUID.randomUUID();
  private final Waiting alarms = new Waiting();
  private final Line line = new Line();
  private Instant now = Instant.parse("2026-11-24T12:00:00Z");
  private final AlarmSender sender =
      new AlarmSender(
          alarms,
          new Notices(new Channels(List.of(line))),
          new Organisations(List.of(AnOrganisation.with(new ChannelConfig.Simulator("line")))),
          language -> language.equals("sw") ? "Tafadhali angalia." : "Please look.",
          () -> now);

  @Test
  void saysTwoWordsInTheLanguageThatWasChosenAndThenNothing() {
    alarms.raise("sw");
    sender.run();
    sender.run();
    assertThat(line.sent).containsExactly("+254700000001: Tafadhali angalia.");
    assertThat(alarms.alarm).isNull();
  }

  @Test
  void whoWasToldIsToldAgainAfterAWhileNotAtEachText() {
    alarms.raise("en");
    sender.run();
    alarms.raise("en");
    sender.run();
    assertThat(line.sent).hasSize(1);
    now = now.plus(ConfidentialLimits.ALARM_PAUSE);
    sender.run();
    assertThat(line.sent).hasSize(2);
  }

  @Test
  void whatCouldNotBeSentIsTriedAgainWithGrowingPauses() {
    line.result = new SendResult.Retry("busy", null);
    alarms.raise("en");
    for (int seconds = 0; seconds < 120; seconds++) {
      sender.run();
      now = now.plus(Duration.ofSeconds(1));
    }
    assertThat(line.sent).as("after 0, 30 and 90 seconds").hasSize(3);
    line.result = new SendResult.Sent();
    now = now.plus(Duration.ofHours(1));
    sender.run();
    assertThat(alarms.alarm).isNull();
  }

  @Test
  void whatIsRaisedWhileAnAlarmIsOnItsWayStays() {
    alarms.raise("en");
    line.during = () -> alarms.raise("en");
    sender.run();
    assertThat(alarms.alarm).isNotNull();
  }

  private static final class Line implements Channel {
    private final List<String> sent = new ArrayList<>();
    private SendResult result = new SendResult.Sent();
    private Runnable during = () -> {};

    @Override
    public String id() {
      return "line";
    }

    @Override
    public String organisation() {
      return "baraza";
    }

    @Override
    public SendResult send(OutgoingMessage message) {
      sent.add(message.to().value() + ": " + message.body());
      during.run();
      return result;
    }
  }

  private static final class Waiting implements Alarms {
    private @Nullable Alarm alarm;

    void raise(String language) {
      alarm = new Alarm(ACCOUNT, UUID.randomUUID(), new Way("line", "+254700000001", language));
    }

    @Override
    public List<Alarm> waiting(String organisation) {
      return alarm == null ? List.of() : List.of(alarm);
    }

    @Override
    public void done(String organisation, Alarm sent) {
      if (sent.equals(alarm)) {
        alarm = null;
      }
    }

    @Override
    public boolean hasWay(Leader leader) {
      return true;
    }

    @Override
    public void choose(Leader leader, Optional<Way> way) {}

    @Override
    public void raise(Connection tx, String organisation, Set<UUID> accounts) {}

    @Override
    public void remind(String organisation) {}
  }
}
