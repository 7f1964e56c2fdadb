package org.answerable.conversation;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.answerable.channel.IncomingMessage;
import org.answerable.channel.MissedCall;
import org.answerable.channel.Reply;
import org.answerable.platform.keys.EpochKey;
import org.answerable.platform.keys.EpochKeys;
import org.answerable.platform.keys.Padding;

/** What a message leaves behind, under the epoch's keys: its id, the reply, the session. */
final class Seals {
  private final EpochKeys keys;

  Seals(EpochKeys keys) {
    this.keys = keys;
  }

  EpochKey epoch(String organisation) {
    return keys.current(organisation);
  }

  /** {@code HMAC-SHA256(K_message[organisation, epoch], channel ‖ provider's id)}. */
  byte[] messageId(IncomingMessage in) {
    return epoch(in.organisation()).mac("message", utf8(in.address().channel()), utf8(in.id()));
  }

  byte[] callId(MissedCall call) {
    return epoch(call.organisation()).mac("message", utf8(call.from().channel()), utf8(call.id()));
  }

  byte[] reply(String organisation, byte[] messageId, Reply reply) {
    byte[] plain = Padding.pad(ReplyCodec.write(reply));
    return epoch(organisation).seal("reply", plain, messageId);
  }

  Reply reply(String organisation, int epoch, byte[] messageId, byte[] sealed) {
    byte[] plain = keys.of(organisation, epoch).open("reply", sealed, messageId);
    return ReplyCodec.read(Padding.unpad(plain));
  }

  byte[] session(String organisation, UUID who, Talk talk) {
    byte[] plain = Padding.pad(TalkCodec.write(talk));
    return epoch(organisation).seal("session", plain, place(organisation, who));
  }

  Talk session(String organisation, UUID who, SealedSession sealed) {
    byte[] plain =
        keys.of(organisation, sealed.epoch())
            .open("session", sealed.state(), place(organisation, who));
    return TalkCodec.read(Padding.unpad(plain));
  }

  private static byte[] place(String organisation, UUID who) {
    return utf8(organisation + "/conversation.session/" + who);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
