package org.answerable.channel.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TelegramChannelIT {
  private static final OutgoingMessage HELLO =
      new OutgoingMessage(new Address("bot", "700555123"), "Hello.");

  @Test
  void callsTheMethodUnderTheGivenBase() throws Exception {
    try (var telegram = new StandInTelegram()) {
      var result = channel(URI.create(telegram.apiUrl() + "/own/server/")).send(HELLO);
      assertThat(result).isEqualTo(new SendResult.Sent());
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

  /** As by something between us and Telegram. */
  @ParameterizedTest
  @CsvSource({"404, Retry", "429, Retry", "400, Failed", "302, Failed", "502, Uncertain"})
  void whatIsNotTelegramsOwnAnswerCountsByItsStatus(int status, String result) throws Exception {
    try (var proxy = new Proxy(status)) {
      assertThat(channel(proxy.url()).send(HELLO).getClass().getSimpleName()).isEqualTo(result);
      assertThat(proxy.asked()).isEqualTo(1);
    }
  }

  /** The client underneath would ask again at once. */
  @Test
  void nothingIsSentTwiceWhateverTheAnswerWishes() throws Exception {
    try (var proxy = new Proxy(503)) {
      assertThat(channel(proxy.url()).send(HELLO)).isInstanceOf(SendResult.Uncertain.class);
      assertThat(proxy.asked()).isEqualTo(1);
    }
  }

  @Test
  void saysHowFastTelegramTakesTexts() {
    Channel channel = channel(null);
    assertThat(channel.perSecond()).isEqualTo(30);
    assertThat(channel.pausePerPerson()).isEqualTo(Duration.ofSeconds(1));
  }

  /** Answers everything with a page. */
  private static final class Proxy implements AutoCloseable {
    private final HttpServer server;
    private final AtomicInteger asked = new AtomicInteger();

    Proxy(int status) throws IOException {
      server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
      server.createContext(
          "/",
          exchange -> {
            asked.incrementAndGet();
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().add("Content-Type", "text/html");
            exchange.getResponseHeaders().add("Retry-After", "0");
            exchange.sendResponseHeaders(status, 6);
            exchange.getResponseBody().write("<html>".getBytes(StandardCharsets.UTF_8));
            exchange.close();
          });
      server.start();
    }

    URI url() {
      return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    int asked() {
      return asked.get();
    }

    @Override
    public void close() {
      server.stop(0);
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

  private static Channel channel(@Nullable URI apiUrl) {
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
