package org.answerable.channel.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.answerable.channel.Address;
import org.answerable.channel.Channel;
import org.answerable.channel.OutgoingMessage;
import org.answerable.channel.Reachable;
import org.answerable.channel.SendResult;
import org.answerable.organisation.ChannelConfig;
import org.answerable.organisation.ChannelConfig.Telegram.Mode;
import org.answerable.organisation.Organisation;
import org.answerable.organisation.Organisations;
import org.answerable.testing.AnOrganisation;
import org.answerable.testing.StandInTelegram;
import org.answerable.testing.StandInTelegram.Answer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TelegramChannelIT {
  private static final OutgoingMessage HELLO =
      new OutgoingMessage(new Address("bot", "700555123"), "Hello.");

  @Test
  void callsTheMethodUnderTheGivenBase() throws Exception {
    try (var telegram = new StandInTelegram()) {
      var result = channel(URI.create(telegram.apiUrl() + "/own/server/")).send(HELLO);
      assertThat(result).isEqualTo(new SendResult.Sent("10001"));
      assertThat(telegram.made().getFirst().path())
          .isEqualTo("/own/server/bot" + StandInTelegram.TOKEN + "/sendMessage");
    }
  }

  @Test
  void asksNothingBeforeTelegramWantsToHearFromIt() throws Exception {
    try (var telegram = new StandInTelegram()) {
      Channel channel = channel(telegram.apiUrl());
      telegram.answer(Answer.THROTTLES);
      channel.send(HELLO);
      telegram.answer(Answer.ACCEPTS);
      assertThat(channel.send(HELLO)).isInstanceOf(SendResult.Retry.class);
      assertThat(telegram.sent()).hasSize(1);
      var other = new OutgoingMessage(new Address("bot", "700555124"), "Hello.");
      assertThat(channel.send(other)).isInstanceOf(SendResult.Sent.class);
    }
  }

  @Test
  void triesAgainLaterWhenNobodyListens() throws Exception {
    int port;
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    assertThat(channel(URI.create("http://127.0.0.1:" + port)).send(HELLO))
        .isEqualTo(new SendResult.Retry("ConnectException", null));
    assertThat(channel(URI.create("http://nowhere.invalid")).send(HELLO))
        .isInstanceOf(SendResult.Retry.class);
  }

  @Test
  void whatIsPartlySentIsNeverBegunAgain() throws Exception {
    try (var telegram = new StandInTelegram()) {
      var calls = new AtomicInteger();
      telegram.beforeSending(
          () -> telegram.answer(calls.getAndIncrement() == 0 ? Answer.ACCEPTS : Answer.THROTTLES));
      var twoParts = new OutgoingMessage(HELLO.to(), "a".repeat(Call.TEXT_CHARS + 1));
      assertThat(channel(telegram.apiUrl()).send(twoParts))
          .isEqualTo(new SendResult.Uncertain("only a part was sent"));
    }
  }

  @Test
  void theDemoCallsOnlyThisMachine() throws Exception {
    try (var telegram = new StandInTelegram()) {
      var away = bots(null, true).of(home(null)).getFirst();
      assertThat(away.send(HELLO)).isInstanceOf(SendResult.Failed.class);
      var here = bots(telegram.apiUrl(), true).of(home(telegram.apiUrl())).getFirst();
      assertThat(here.send(HELLO)).isInstanceOf(SendResult.Sent.class);
      assertThat(bots(null, false).all().getFirst().api()).as("for one's own phone").isPresent();
    }
  }

  private static Channel channel(URI apiUrl) {
    return bots(apiUrl, false).of(home(apiUrl)).getFirst();
  }

  private static Bots bots(@Nullable URI apiUrl, boolean onlyLoopback) {
    var organisations = new Organisations(List.of(home(apiUrl)));
    return Bots.of(organisations, new Reachable(onlyLoopback), InstantSource.system());
  }

  private static Organisation home(@Nullable URI apiUrl) {
    return AnOrganisation.with(
        new ChannelConfig.Telegram("bot", StandInTelegram.TOKEN, Mode.POLLING, "", apiUrl));
  }
}
