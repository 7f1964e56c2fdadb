package org.answerable.conversation;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.answerable.conversation.Talk.OpenFeedback;
import org.jspecify.annotations.Nullable;

/** A {@link Talk} as bytes, small: it is read and written with each message. */
final class TalkCodec {
  private static final int VERSION = 1;

  private TalkCodec() {}

  static byte[] write(Talk talk) {
    try (var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes)) {
      out.writeByte(VERSION);
      out.writeLong(talk.at().toEpochMilli());
      out.writeLong(talk.windowStart().toEpochMilli());
      out.writeInt(talk.sent());
      writeOpen(out, talk.open());
      writeQuestion(out, talk.asked());
      writeQuestion(out, talk.behind());
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The talk that was written; other bytes are an {@link IllegalStateException}. */
  static Talk read(byte[] bytes) {
    var in = new KeptBytes("talk", VERSION, bytes);
    Instant at = Instant.ofEpochMilli(in.longNumber());
    Instant windowStart = Instant.ofEpochMilli(in.longNumber());
    int sent = in.number();
    OpenFeedback open = in.flag() ? readOpen(in) : null;
    byte[] asked = readQuestion(in);
    byte[] behind = readQuestion(in);
    in.end();
    return new Talk(open, asked, behind, at, windowStart, sent);
  }

  private static void writeQuestion(DataOutputStream out, byte @Nullable [] question)
      throws IOException {
    out.writeBoolean(question != null);
    if (question != null) {
      out.writeInt(question.length);
      out.write(question);
    }
  }

  private static byte @Nullable [] readQuestion(KeptBytes in) {
    return in.flag() ? in.bytes(in.count()) : null;
  }

  private static void writeOpen(DataOutputStream out, @Nullable OpenFeedback open)
      throws IOException {
    out.writeBoolean(open != null);
    if (open != null) {
      out.writeLong(open.feedback().getMostSignificantBits());
      out.writeLong(open.feedback().getLeastSignificantBits());
      writeText(out, open.reference());
      writeText(out, open.receipt());
      out.writeLong(open.due().toEpochDay());
      out.writeInt(open.texts());
    }
  }

  private static OpenFeedback readOpen(KeptBytes in) {
    return new OpenFeedback(
        new UUID(in.longNumber(), in.longNumber()), in.text(), in.text(), in.day(), in.number());
  }

  private static void writeText(DataOutputStream out, String text) throws IOException {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(utf8.length);
    out.write(utf8);
  }
}
