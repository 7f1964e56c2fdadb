package org.answerable.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.answerable.channel.simulator.SimulatorFixture;
import org.answerable.channel.telegram.TelegramFixture;
import org.answerable.channel.twilio.TwilioFixture;
import org.answerable.platform.sms.SmsText;
import org.answerable.testing.StandInTwilio.Answer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What every channel does alike: a new kind adds its fixture here, and nothing else. */
class ChannelContractIT {
  private static final List<Kind> KINDS =
      List.of(
          new Kind("twilio", TwilioFixture::new),
          new Kind("whatsapp", TwilioFixture::whatsApp),
          new Kind("telegram", TelegramFixture::new),
          new Kind("simulator", SimulatorFixture::new));

  /** Texts that must come through unchanged, both ways. */
  private static final List<Text> TEXTS =
      List.of(
          new Text("plain", "came 5am seen 2pm"),
          new Text("empty", ""),
          new Text("spaces", "  "),
          new Text("emoji only", "😀🙏🏾"),
          new Text("line breaks", "one\ntwo\r\nthree"),
          new Text("markup", "<b>&amp;\"'</b>]]>"),
          new Text("form signs", "a=b&c=d+e%20f;g#h"),
          new Text("bidirectional marks", "\u202Ereversed\u202C \u2067x\u2069"),
          new Text("Arabic digits", "٣١٢"),
          new Text("Arabic", "لا يوجد دواء منذ الاثنين"),
          new Text("Cyrillic look-alikes", "раураl"),
          new Text("20,000 characters", "abcde fghi".repeat(2_000)),
          new Text("20,000 emoji", "😀".repeat(20_000)));

  private static final int MOST_SENT_CHARS = 1_600;

  private static final List<Send> SENDS =
      List.of(
          new Send(Answer.ACCEPTS, SendResult.Sent.class),
          new Send(Answer.THROTTLES, SendResult.Retry.class),
          new Send(Answer.KNOWS_NOT_US, SendResult.Retry.class),
          new Send(Answer.SUSPENDS_US, SendResult.Retry.class),
          new Send(Answer.BREAKS, SendResult.Uncertain.class),
          new Send(Answer.IS_SILENT, SendResult.Uncertain.class),
          new Send(Answer.BABBLES, SendResult.Uncertain.class),
          new Send(Answer.TAKES_AND_BREAKS, SendResult.Uncertain.class),
          new Send(Answer.SAYS_STOPPED, SendResult.OptedOut.class),
          new Send(Answer.KNOWS_NO_SUCH_PHONE, SendResult.Gone.class),
          new Send(Answer.REFUSES, SendResult.Failed.class));

  /** As long as anything that is sent can be. */
  private static final List<Text> SENT =
      Stream.concat(
              TEXTS.stream().filter(text -> text.body().length() < MOST_SENT_CHARS),
              Stream.of(
                  new Text("the longest", "We rang the site. ".repeat(88)),
                  new Text("emoji without end", "\ud83d\ude00".repeat(MOST_SENT_CHARS / 2))))
          .toList();

  @TestFactory
  Stream<DynamicTest> sendsEveryTextOnceAndUnchanged() {
    return forEach(
        SENT,
        Text::name,
        (fixture, text) -> {
          if (!fixture.carries(text.body())) {
            return;
          }
          fixture.answers(Answer.ACCEPTS);
          var message = new OutgoingMessage(fixture.phone(), text.body());
          assertThat(fixture.channel().send(message)).isInstanceOf(SendResult.Sent.class);
          assertThat(whole(fixture.given())).isEqualTo(text.body());
        });
  }

  /** What the phone can put together of messages that say which they are. */
  private static String whole(List<String> given) {
    if (given.size() == 1) {
      return given.getFirst();
    }
    StringBuilder whole = new StringBuilder();
    for (int part = 1; part <= given.size(); part++) {
      String mark = "(" + part + "/" + given.size() + ") ";
      assertThat(given.get(part - 1)).startsWith(mark);
      boolean sentence = !whole.isEmpty() && whole.charAt(whole.length() - 1) == '.';
      whole.append(sentence ? " " : "").append(given.get(part - 1).substring(mark.length()));
    }
    return whole + (whole.charAt(whole.length() - 1) == '.' ? " " : "");
  }

  @TestFactory
  Stream<DynamicTest> givesEachAnswerItsResultAfterOneSend() {
    return forEach(
        SENDS,
        send -> send.answer().name(),
        (fixture, send) -> {
          if (!fixture.answers(send.answer())) {
            return;
          }
          var result = fixture.channel().send(new OutgoingMessage(fixture.phone(), "Hello."));
          assertThat(result).isInstanceOf(send.result());
          assertThat(result.toString()).doesNotContain(fixture.phone().value(), "Hello");
          assertThat(fixture.given()).hasSize(1);
          if (result instanceof SendResult.Retry(String why, Duration after)) {
            boolean wished = send.answer() == Answer.THROTTLES;
            assertThat(after).as(why).isEqualTo(wished ? Duration.ofSeconds(7) : null);
          }
        });
  }

  /** What was never noted can be asked for, where the provider can be asked at all. */
  @TestFactory
  Stream<DynamicTest> tellsWhatItsProviderTook() {
    return forEach(
        TEXTS.stream().filter(text -> SmsText.messages(text.body()).size() == 1).toList(),
        Text::name,
        (fixture, text) -> {
          var message = new OutgoingMessage(fixture.phone(), text.body());
          Instant begun = Instant.now();
          if (!fixture.answers(Answer.BREAKS) || !fixture.canBeAsked()) {
            assertThat(fixture.channel().accepted(message, begun)).isEqualTo(Acceptance.NOT_ASKED);
            return;
          }
          fixture.channel().send(message);
          fixture.answers(Answer.ACCEPTS);
          assertThat(fixture.channel().accepted(message, begun)).isEqualTo(Acceptance.NOT_TAKEN);
          fixture.answers(Answer.TAKES_AND_BREAKS);
          fixture.channel().send(message);
          assertThat(fixture.channel().accepted(message, begun)).isEqualTo(Acceptance.NO_ANSWER);
          fixture.answers(Answer.ACCEPTS);
          assertThat(fixture.channel().accepted(message, begun)).isEqualTo(Acceptance.TAKEN);
        });
  }

  @TestFactory
  Stream<DynamicTest> handsOverEveryTextUnchangedAndShowsTheReply() {
    return forEach(
        Stream.concat(TEXTS.stream(), Stream.of(new Text("NUL", "a\u0000b"))).toList(),
        Text::name,
        (fixture, text) -> {
          var taken = new ArrayList<IncomingMessage>();
          var told = fixture.write(text.body(), answering(taken, Reply.of("We have it.")));
          assertThat(told).containsExactly("We have it.");
          var message = taken.getFirst();
          assertThat(message.text()).isEqualTo(text.body());
          assertThat(message.address()).isEqualTo(fixture.phone());
          assertThat(message.organisation()).isEqualTo(fixture.channel().organisation());
          assertThat(message.address().channel()).isEqualTo(fixture.channel().id());
          assertThat(message.toString()).doesNotContain(fixture.phone().value());
        });
  }

  @TestFactory
  Stream<DynamicTest> givesEachTextAnIdOfItsOwn() {
    return forEach(
        List.of("Hello."),
        text -> "twice the same text",
        (fixture, text) -> {
          var taken = new ArrayList<IncomingMessage>();
          fixture.write(text, answering(taken, Reply.NOTHING));
          fixture.write(text, answering(taken, Reply.NOTHING));
          assertThat(taken.stream().map(IncomingMessage::id).distinct()).hasSize(2);
        });
  }

  @TestFactory
  Stream<DynamicTest> saysNothingWhenNothingIsToBeSaidOrNothingWasTaken() {
    Inbound away =
        message -> {
          throw new Inbound.Unavailable("the database is away");
        };
    return forEach(
        List.of(answering(new ArrayList<>(), Reply.NOTHING), away),
        inbound -> inbound == away ? "not taken" : "nothing to say",
        (fixture, inbound) -> assertThat(fixture.write("STOP", inbound)).isEmpty());
  }

  private static Inbound answering(List<IncomingMessage> taken, Reply reply) {
    return message -> {
      taken.add(message);
      return reply;
    };
  }

  private static <C> Stream<DynamicTest> forEach(
      List<C> cases, Function<C, String> name, Check<C> check) {
    return KINDS.stream()
        .flatMap(kind -> cases.stream().map(one -> test(kind, name.apply(one), one, check)));
  }

  private static <C> DynamicTest test(Kind kind, String name, C one, Check<C> check) {
    return DynamicTest.dynamicTest(
        kind.name() + ": " + name,
        () -> {
          try (var fixture = kind.open().open()) {
            check.on(fixture, one);
          }
        });
  }

  private record Kind(String name, Opening open) {}

  private record Text(String name, String body) {}

  private record Send(Answer answer, Class<? extends SendResult> result) {}

  private interface Opening {
    ChannelFixture open() throws IOException;
  }

  private interface Check<C> {
    void on(ChannelFixture fixture, C one) throws Exception;
  }
}
