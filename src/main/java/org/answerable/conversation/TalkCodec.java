package org.answerable.conversation;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
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
      byte[] asked = talk.asked();
      out.writeInt(asked == null ? -1 : asked.length);
      if (asked != null) {
        out.write(asked);
      }
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Talk read(byte[] bytes) {
    try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      int version = in.readByte();
      if (version != VERSION) {
        throw new IllegalStateException("no talk has the version " + version);
      }
      Instant at = Instant.ofEpochMilli(in.readLong());
      Instant windowStart = Instant.ofEpochMilli(in.readLong());
      int sent = in.readInt();
      OpenFeedback open = readOpen(in);
      int length = in.readInt();
      byte[] asked = length < 0 ? null : in.readNBytes(length);
      return new Talk(open, asked, at, windowStart, sent);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void writeOpen(DataOutputStream out, @Nullable OpenFeedback open)
      throws IOException {
    out.writeBoolean(open != null);
    if (open != null) {
      out.writeLong(open.feedback().getMostSignificantBits());
      out.writeLong(open.feedback().getLeastSignificantBits());
      out.writeUTF(open.reference());
      out.writeUTF(open.receipt());
      out.writeLong(open.due().toEpochDay());
      out.writeInt(open.texts());
    }
  }

  private static @Nullable OpenFeedback readOpen(DataInputStream in) throws IOException {
    if (!in.readBoolean()) {
      return null;
    }
    return new OpenFeedback(
        new UUID(in.readLong(), in.readLong()),
        in.readUTF(),
        in.readUTF(),
        LocalDate.ofEpochDay(in.readLong()),
        in.readInt());
  }
}
