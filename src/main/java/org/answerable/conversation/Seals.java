package org.answerable.conversation;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.answerable.channel.Address;
import org.answerable.channel.IncomingMessage;
import org.answerable.channel.MissedCall;
import org.answerable.channel.Reply;
import org.answerable.constituent.Constituent;
import org.answerable.conversation.decision.Decision;
import org.answerable.conversation.decision.Talk;
import org.answerable.platform.keys.EpochKeys;
import org.answerable.platform.keys.KeyRefused;
import org.answerable.platform.keys.PollKeys;

/**
 * What a message leaves behind: its id, under a key that lives two epochs; the reply and the
 * session, under the person's own key, so that they are forgotten with the person.
 */
final class Seals {
  /** What a reply takes that names every option of a poll, with its buttons, sealed once. */
  private static final int BALLOT_REPLY_BYTES = 2048;

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

  /** What a message from an address is called in each epoch that ids are kept of. */
  Map<Integer, byte[]> ids(String organisation, Address from, String id) {
    int living = epoch(organisation);
    Map<Integer, byte[]> ids = new TreeMap<>();
    for (int epoch = Math.max(1, living - 1); epoch <= living; epoch++) {
      ids.put(epoch, messageId(organisation, from.channel(), id, epoch));
    }
    return ids;
  }

  /**
   * Under the person's key. What is said to a vote is under its poll's as well, and dies with
   * whichever ends first; while a poll is open all replies have one size, so that nobody tells
   * later which of them said a vote back, nor how long it was.
   */
  byte[] reply(Constituent person, byte[] messageId, Decision decision, boolean voting) {
    String place = replyPlace(messageId);
    byte[] plain = ReplyCodec.write(decision.reply());
    String poll = decision.ballotOf();
    if (poll == null) {
      return person.key().seal(plain, place, voting ? BALLOT_REPLY_BYTES : 0);
    }
    byte[] inner = person.key().seal(plain, place);
    return polls.of(person.organisation(), poll).seal(inner, place, BALLOT_REPLY_BYTES);
  }

  /** Of a turn in which nobody speaks: no smaller than what is said while a poll is open. */
  byte[] nothing(Constituent person, byte[] messageId) {
    byte[] plain = ReplyCodec.write(Reply.NOTHING);
    return person.key().seal(plain, replyPlace(messageId), BALLOT_REPLY_BYTES);
  }

  /**
   * What was said the first time.
   *
   * @throws IllegalStateException when it was said to somebody else, to who is forgotten, or to a
   *     vote
   */
  Reply reply(Constituent person, byte[] messageId, byte[] sealed) {
    return ReplyCodec.read(person.key().open(sealed, replyPlace(messageId)));
  }

  /** Whether something was said to this person, and not to a vote. */
  boolean isReply(Constituent person, byte[] messageId, byte[] sealed) {
    try {
      reply(person, messageId, sealed);
      return true;
    } catch (IllegalStateException other) {
      return false;
    }
  }

  /**
   * What was said to a vote the first time; empty: it was none in this poll, the poll is over, or
   * whoever sent it is forgotten.
   */
  Optional<Reply> ballotReply(Constituent person, String poll, byte[] messageId, byte[] sealed) {
    try {
      String place = replyPlace(messageId);
      byte[] inner = polls.of(person.organisation(), poll).open(sealed, place);
      return Optional.of(ReplyCodec.read(person.key().open(inner, place)));
    } catch (IllegalStateException | KeyRefused other) {
      return Optional.empty();
    }
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
