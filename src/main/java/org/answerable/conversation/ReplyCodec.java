package org.answerable.conversation;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.answerable.channel.Reply;

/** A {@link Reply} as bytes, so that a repeat gets the identical one. */
final class ReplyCodec {
  private static final int VERSION = 3;

  private ReplyCodec() {}

  static byte[] write(Reply reply) {
    try (var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes)) {
      out.writeByte(VERSION);
      out.writeBoolean(reply.clears());
      out.writeBoolean(reply.instead());
      out.writeInt(reply.texts().size());
      for (Reply.Text text : reply.texts()) {
        writeText(out, text.body());
        out.writeInt(text.choices().size());
        for (String choice : text.choices()) {
          writeText(out, choice);
        }
        writeText(out, text.question());
      }
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The reply that was written; other bytes are an {@link IllegalStateException}. */
  static Reply read(byte[] bytes) {
    var in = new KeptBytes("reply", VERSION, bytes);
    boolean clears = in.flag();
    boolean instead = in.flag();
    var texts = new ArrayList<Reply.Text>();
    for (int left = in.count(); left > 0; left--) {
      texts.add(new Reply.Text(in.text(), readTexts(in), in.text()));
    }
    in.end();
    return new Reply(texts, clears, instead);
  }

  private static List<String> readTexts(KeptBytes in) {
    var texts = new ArrayList<String>();
    for (int left = in.count(); left > 0; left--) {
      texts.add(in.text());
    }
    return texts;
  }

  private static void writeText(DataOutputStream out, String text) throws IOException {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(utf8.length);
    out.write(utf8);
  }
}
