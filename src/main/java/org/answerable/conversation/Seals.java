package org.answerable.conversation;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.answerable.channel.IncomingMessage;
import org.answerable.channel.MissedCall;
import org.answerable.channel.Reply;
import org.answerable.constituent.Constituent;
import org.answerable.platform.keys.DataKey;
import org.answerable.platform.keys.EpochKeys;
import org.answerable.platform.keys.PollKeys;

/**
 * What a message leaves behind: its id, under a key that lives two epochs; the reply and the
 * session, under the person's own key, so that they are forgotten with the person.
 */
final class Seals {
  private final EpochKeys keys;
  private final PollKeys polls;

  Seals(EpochKeys keys, PollKeys polls) {
    this.keys = keys;
    this.polls = polls;
  }

  /** The epoch that a message is taken in. */
  int epoch(String organisation) {
    return keys.living(organisation).epoch();
  }

  /** {@code HMAC-SHA256(K_messages[organisation, epoch], channel ‖ provider's id)}. */
  byte[] messageId(IncomingMessage in, int epoch) {
    return messageId(in.organisation(), in.address().channel(), in.id(), epoch);
  }

  byte[] callId(MissedCall call) {
    String organisation = call.organisation();
    return messageId(organisation, call.from().channel(), call.id(), epoch(organisation));
  }

  byte[] messageId(String organisation, String channel, String id, int epoch) {
    return keys.messages(organisation, epoch).mac("message", utf8(channel), utf8(id));
  }

  /** Under the person's key; what says a vote back, under its poll's: it dies with the close. */
  byte[] reply(Constituent person, byte[] messageId, Decision decision) {
    DataKey key =
        decision
            .votesIn()
            .map(poll -> polls.of(person.organisation(), poll))
            .orElseGet(person::key);
    return key.seal(ReplyCodec.write(decision.reply()), replyPlace(messageId));
  }

  /**
   * What was said the first time.
   *
   * @throws IllegalStateException when it was said to somebody else, or to who is forgotten
   */
  Reply reply(Constituent person, byte[] messageId, byte[] sealed) {
    return ReplyCodec.read(person.key().open(sealed, replyPlace(messageId)));
  }

  /**
   * What said a vote back the first time.
   *
   * @throws IllegalStateException when it did not, or not in this poll
   */
  Reply ballotReply(String organisation, String poll, byte[] messageId, byte[] sealed) {
    return ReplyCodec.read(polls.of(organisation, poll).open(sealed, replyPlace(messageId)));
  }

  byte[] session(Constituent person, Talk talk) {
    return person.key().seal(TalkCodec.write(talk), place(person));
  }

  Talk session(Constituent person, SealedSession sealed) {
    return TalkCodec.read(person.key().open(sealed.state(), place(person)));
  }

  private static String replyPlace(byte[] messageId) {
    return "conversation.message/" + HexFormat.of().formatHex(messageId);
  }

  private static String place(Constituent person) {
    return person.organisation() + "/conversation.session/" + person.who();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
