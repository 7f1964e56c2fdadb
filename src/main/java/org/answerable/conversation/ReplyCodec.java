package org.answerable.conversation;

import java.util.ArrayList;
import java.util.List;
import org.answerable.channel.Reply;

/** A {@link Reply} as bytes, so that a repeat gets the identical one. */
final class ReplyCodec {
  private static final int VERSION = 3;

  private ReplyCodec() {}

  static byte[] write(Reply reply) {
    var out = new KeptBytes.Writer(VERSION);
    out.flag(reply.clears());
    out.flag(reply.instead());
    out.number(reply.texts().size());
    for (Reply.Text text : reply.texts()) {
      out.text(text.body());
      out.number(text.choices().size());
      text.choices().forEach(out::text);
      out.text(text.question());
    }
    return out.all();
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
}
