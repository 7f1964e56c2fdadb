package org.answerable.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.answerable.channel.Reply;
import org.answerable.conversation.decision.Forgetting;
import org.answerable.conversation.decision.Pace;
import org.answerable.conversation.decision.Pin;
import org.answerable.conversation.decision.Subject;
import org.answerable.conversation.decision.Talk;
import org.answerable.conversation.decision.Talking;
import org.answerable.poll.Form;
import org.answerable.poll.SamplePoll;
import org.junit.jupiter.api.Test;

class CodecsTest {
  private static final Instant AT = Instant.parse("2026-11-24T09:00:00.123Z");
  private static final Talk BUSY =
      new Talk(
          new Subject(
              new Talk.OpenFeedback(
                  UUID.fromString("7b0f0e34-1d2c-4a5b-8c9d-0e1f2a3b4c5d"),
                  "K7QM-2XWD",
                  "48219307",
                  LocalDate.of(2027, 1, 5),
                  3,
                  true),
              true,
              new byte[] {1, 0, -1},
              new byte[] {7},
              true,
              AT.plusSeconds(100)),
          new Pace(AT, AT.minusSeconds(30), 21, AT.minusSeconds(9000), 2),
          new Forgetting("0412", AT.minusSeconds(60), AT.minusSeconds(70), 2),
          new Pin(true, AT.minusSeconds(80), 1, 4, 2),
          AT.minusSeconds(90));
  private static final Reply REPLY =
      new Reply(
          List.of(
              new Reply.Text("Sujet? 1 sécurité 🙂\n", List.of("sécurité", ""), "AbC-_123"),
              new Reply.Text("", List.of())));

  @Test
  void aTalkComesBackAsItWas() {
    for (Talk talk : List.of(BUSY, Talk.begin(AT), BUSY.closed(), BUSY.backTo(new byte[0]))) {
      Talk read = TalkCodec.read(TalkCodec.write(talk));
      assertThat(read).usingRecursiveComparison().isEqualTo(talk);
    }
  }

  @Test
  void aReplyComesBackAsItWas() {
    var clearing = new Reply(List.of(), true);
    var instead = new Reply(REPLY.texts(), false, true);
    for (Reply reply : List.of(REPLY, Reply.NOTHING, Reply.of("ok"), clearing, instead)) {
      assertThat(ReplyCodec.read(ReplyCodec.write(reply))).isEqualTo(reply);
    }
  }

  @Test
  void otherBytesAreRefused() {
    refusesOthers("talk", TalkCodec.write(BUSY), TalkCodec::read);
    refusesOthers("reply", ReplyCodec.write(REPLY), ReplyCodec::read);
  }

  private static void refusesOthers(String what, byte[] good, Function<byte[], ?> read) {
    for (int length = 0; length < good.length; length++) {
      refuses(what + " cut at " + length, Arrays.copyOf(good, length), read);
    }
    refuses(what + " with more behind it", Arrays.copyOf(good, good.length + 1), read);
    byte[] foreign = good.clone();
    foreign[0] = 99;
    refuses(what + " of another version", foreign, read);
    byte[] negative = new byte[good.length];
    Arrays.fill(negative, (byte) 0xff);
    negative[0] = good[0];
    refuses(what + " with negative lengths", negative, read);
    byte[] huge = new byte[good.length];
    Arrays.fill(huge, (byte) 0x7f);
    huge[0] = good[0];
    refuses(what + " with huge lengths", huge, read);
  }

  private static void refuses(String what, byte[] bytes, Function<byte[], ?> read) {
    assertThatThrownBy(() -> read.apply(bytes))
        .as(what)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("version ");
  }

  /** Whoever opens a session after the close must not find a choice in it. */
  @Test
  void aSessionHoldsNothingOfAChoice() {
    Talking person = Talking.in("en").polls(SamplePoll.of(Form.ORDER));
    person.says("VOTE");
    byte[] before = TalkCodec.write(person.talk());
    person.says("3 1 2");
    byte[] after = TalkCodec.write(person.talk());
    assertThat(after).hasSameSizeAs(before);
    assertThat(new String(after, StandardCharsets.ISO_8859_1)).doesNotContain("3 1 2", "travel");
  }
}
