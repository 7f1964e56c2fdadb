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
  private static final int VERSION = 7;

  private TalkCodec() {}

  static byte[] write(Talk talk) {
    try (var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes)) {
      out.writeByte(VERSION);
      out.writeLong(talk.at().toEpochMilli());
      out.writeLong(talk.sentSince().toEpochMilli());
      out.writeInt(talk.sent());
      out.writeLong(talk.begunSince().toEpochMilli());
      out.writeInt(talk.begun());
      out.writeBoolean(talk.safe());
      out.writeBoolean(talk.going());
      writeLatest(out, talk.latest());
      writeQuestion(out, talk.asked());
      writeQuestion(out, talk.behind());
      writeForgetting(out, talk.forgetting());
      out.writeBoolean(talk.pin().asked());
      out.writeLong(talk.pin().since().toEpochMilli());
      out.writeInt(talk.pin().wrong());
      out.writeInt(talk.pin().looked());
      out.writeInt(talk.pin().codes());
      out.writeLong(talk.chose().toEpochMilli());
      out.writeLong(talk.awaited().toEpochMilli());
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The talk that was written; other bytes are an {@link IllegalStateException}. */
  static Talk read(byte[] bytes) {
    var in = new KeptBytes("talk", VERSION, bytes);
    Instant at = Instant.ofEpochMilli(in.longNumber());
    Instant sentSince = Instant.ofEpochMilli(in.longNumber());
    int sent = in.number();
    Instant begunSince = Instant.ofEpochMilli(in.longNumber());
    int begun = in.number();
    boolean safe = in.flag();
    boolean going = in.flag();
    OpenFeedback latest = in.flag() ? readLatest(in) : null;
    byte[] asked = readQuestion(in);
    byte[] behind = readQuestion(in);
    Forgetting forgetting = readForgetting(in);
    Pin pin =
        new Pin(
            in.flag(),
            Instant.ofEpochMilli(in.longNumber()),
            in.number(),
            in.number(),
            in.number());
    Instant chose = Instant.ofEpochMilli(in.longNumber());
    Instant awaited = Instant.ofEpochMilli(in.longNumber());
    in.end();
    return new Talk(
        latest,
        going,
        asked,
        behind,
        safe,
        at,
        sentSince,
        sent,
        begunSince,
        begun,
        forgetting,
        pin,
        chose,
        awaited);
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

  private static void writeForgetting(DataOutputStream out, Forgetting forgetting)
      throws IOException {
    String digits = forgetting.digits();
    writeText(out, digits == null ? "" : digits);
    out.writeLong(forgetting.asked().toEpochMilli());
    out.writeLong(forgetting.since().toEpochMilli());
    out.writeInt(forgetting.times());
  }

  private static Forgetting readForgetting(KeptBytes in) {
    String digits = in.text();
    return new Forgetting(
        digits.isEmpty() ? null : digits,
        Instant.ofEpochMilli(in.longNumber()),
        Instant.ofEpochMilli(in.longNumber()),
        in.number());
  }

  private static void writeLatest(DataOutputStream out, @Nullable OpenFeedback latest)
      throws IOException {
    out.writeBoolean(latest != null);
    if (latest != null) {
      out.writeLong(latest.feedback().getMostSignificantBits());
      out.writeLong(latest.feedback().getLeastSignificantBits());
      writeText(out, latest.reference());
      writeText(out, latest.receipt());
      out.writeLong(latest.due().toEpochDay());
      out.writeInt(latest.texts());
      out.writeBoolean(latest.confidential());
    }
  }

  private static OpenFeedback readLatest(KeptBytes in) {
    return new OpenFeedback(
        new UUID(in.longNumber(), in.longNumber()),
        in.text(),
        in.text(),
        in.day(),
        in.number(),
        in.flag());
  }

  private static void writeText(DataOutputStream out, String text) throws IOException {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(utf8.length);
    out.write(utf8);
  }
}
