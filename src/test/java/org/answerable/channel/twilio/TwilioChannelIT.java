package org.answerable.channel.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import org.answerable.channel.Address;
import org.answerable.channel.OutgoingMessage;
import org.answerable.channel.SendResult;
import org.answerable.organisation.ChannelConfig;
import org.answerable.platform.Loopback;
import org.answerable.testing.AnOrganisation;
import org.answerable.testing.StandInTwilio;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TwilioChannelIT {
  private static final OutgoingMessage HELLO =
      new OutgoingMessage(new Address("line", "+99955501234"), "Hello.");

  @Test
  void postsToTheAccountUnderTheGivenBase() throws Exception {
    try (var twilio = new StandInTwilio()) {
      var result = channel(URI.create(twilio.apiUrl() + "/region/")).send(HELLO);
      assertThat(result).isInstanceOf(SendResult.Sent.class);
      var sent = twilio.sent().getFirst();
      assertThat(sent.path())
          .isEqualTo("/region/2010-04-01/Accounts/" + StandInTwilio.ACCOUNT + "/Messages.json");
      assertThat(sent.from()).isEqualTo("+99955500000");
    }
  }

  @Test
  void sendsALongTextAsSeveralMessagesThatSayWhichTheyAre() throws Exception {
    try (var twilio = new StandInTwilio()) {
      String body = "The syrup is here. ".repeat(30).strip();
      var to = new Address("line", "+99955501234");
      var result = channel(twilio.apiUrl()).send(new OutgoingMessage(to, body));
      assertThat(result).isInstanceOf(SendResult.Sent.class);
      assertThat(twilio.sent()).hasSize(2);
      assertThat(twilio.sent().getFirst().body()).startsWith("(1/2) The syrup is here.");
      assertThat(twilio.sent().getLast().body()).startsWith("(2/2) The syrup is here.");
    }
  }

  @Test
  void isUncertainWhenOnlyAPartWasSent() throws Exception {
    try (var twilio = new StandInTwilio()) {
      String body = "The syrup is here. ".repeat(30).strip();
      var to = new Address("line", "+99955501234");
      twilio.answerAfter(1, StandInTwilio.Answer.REFUSES);
      assertThat(channel(twilio.apiUrl()).send(new OutgoingMessage(to, body)))
          .isEqualTo(new SendResult.Uncertain("only a part was sent"));
      twilio.answer(StandInTwilio.Answer.REFUSES);
      assertThat(channel(twilio.apiUrl()).send(new OutgoingMessage(to, body)))
          .as("nothing of it was sent")
          .isInstanceOf(SendResult.Failed.class);
    }
  }

  @Test
  void triesAgainLaterWhenNobodyListens() throws Exception {
    int port;
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = taken.getLocalPort();
    }
    assertThat(channel(URI.create("http://127.0.0.1:" + port)).send(HELLO))
        .isInstanceOf(SendResult.Retry.class);
  }

  @Test
  void isUncertainWhenTheConnectionBreaksAfterTheRequest() throws Exception {
    try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var breaking =
          Thread.startVirtualThread(
              () -> {
                try (var connection = server.accept()) {
                  connection.getInputStream().read(new byte[256]);
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
      assertThat(channel(URI.create("http://127.0.0.1:" + server.getLocalPort())).send(HELLO))
          .isInstanceOf(SendResult.Uncertain.class);
      breaking.join();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "http://127.0.0.1:8090, true",
    "http://localhost, true",
    "http://[::1]:80, true",
    "https://api.twilio.com, false",
    "http://127.0.0.1.example.org, false",
    "http://localhost.example.org, false",
    "http://10.0.0.1, false",
    ", false"
  })
  void knowsWhatLeadsOutOfThisMachine(@Nullable URI url, boolean loopback) {
    assertThat(Loopback.is(url)).isEqualTo(loopback);
  }

  @Test
  void callsNobodyOutsideOfThisMachineInTheDemo() {
    for (URI url : Arrays.asList(null, URI.create("https://sms.example.org"))) {
      var channel =
          new TwilioKind(true, InstantSource.system())
              .of(AnOrganisation.with(config(url)))
              .getFirst();
      assertThat(channel.id()).isEqualTo("line");
      assertThat(channel.organisation()).isEqualTo("baraza");
      assertThat(channel.send(HELLO)).isInstanceOf(SendResult.Failed.class);
      assertThat(
              new TwilioKind(false, InstantSource.system())
                  .of(AnOrganisation.with(config(url)))
                  .getFirst())
          .isInstanceOf(TwilioChannel.class);
    }
    var home = AnOrganisation.with(config(URI.create("http://127.0.0.1:1")));
    assertThat(new TwilioKind(true, InstantSource.system()).of(home).getFirst())
        .isInstanceOf(TwilioChannel.class);
  }

  private static TwilioChannel channel(URI url) {
    return new TwilioChannel("baraza", config(url), Duration.ofSeconds(5), InstantSource.system());
  }

  private static ChannelConfig.Twilio config(@Nullable URI url) {
    return new ChannelConfig.Twilio(
        "line", StandInTwilio.ACCOUNT, StandInTwilio.AUTH_TOKEN, "+99955500000", url);
  }
}
