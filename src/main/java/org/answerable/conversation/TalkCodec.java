package org.answerable.conversation;

import java.time.Instant;
import java.util.UUID;
import org.answerable.conversation.decision.Forgetting;
import org.answerable.conversation.decision.Pace;
import org.answerable.conversation.decision.Pin;
import org.answerable.conversation.decision.Subject;
import org.answerable.conversation.decision.Talk;
import org.answerable.conversation.decision.Talk.OpenFeedback;
import org.jspecify.annotations.Nullable;

/** A {@link Talk} as bytes, small: it is read and written with each message. */
final class TalkCodec {
  private static final int VERSION = 7;

  private TalkCodec() {}

  static byte[] write(Talk talk) {
    var out = new KeptBytes.Writer(VERSION);
    Subject subject = talk.subject();
    writePace(out, talk.pace());
    out.flag(subject.safe());
    out.flag(subject.going());
    writeLatest(out, subject.latest());
    writeQuestion(out, subject.asked());
    writeQuestion(out, subject.behind());
    writeForgetting(out, talk.forgetting());
    writePin(out, talk.pin());
    out.moment(talk.chose());
    out.moment(subject.awaited());
    return out.all();
  }

  /** The talk that was written; other bytes are an {@link IllegalStateException}. */
  static Talk read(byte[] bytes) {
    var in = new KeptBytes("talk", VERSION, bytes);
    Pace pace = readPace(in);
    boolean safe = in.flag();
    boolean going = in.flag();
    OpenFeedback latest = readLatest(in);
    byte[] asked = readQuestion(in);
    byte[] behind = readQuestion(in);
    Forgetting forgetting = readForgetting(in);
    Pin pin = readPin(in);
    Instant chose = in.moment();
    Instant awaited = in.moment();
    in.end();
    var subject = new Subject(latest, going, asked, behind, safe, awaited);
    return new Talk(subject, pace, forgetting, pin, chose);
  }

  private static void writePace(KeptBytes.Writer out, Pace pace) {
    out.moment(pace.at());
    out.moment(pace.sentSince());
    out.number(pace.sent());
    out.moment(pace.begunSince());
    out.number(pace.begun());
  }

  private static Pace readPace(KeptBytes in) {
    return new Pace(in.moment(), in.moment(), in.number(), in.moment(), in.number());
  }

  private static void writeLatest(KeptBytes.Writer out, @Nullable OpenFeedback latest) {
    out.flag(latest != null);
    if (latest != null) {
      out.longNumber(latest.feedback().getMostSignificantBits());
      out.longNumber(latest.feedback().getLeastSignificantBits());
      out.text(latest.reference());
      out.text(latest.receipt());
      out.longNumber(latest.due().toEpochDay());
      out.number(latest.texts());
      out.flag(latest.confidential());
    }
  }

  private static @Nullable OpenFeedback readLatest(KeptBytes in) {
    return in.flag()
        ? new OpenFeedback(
            new UUID(in.longNumber(), in.longNumber()),
            in.text(),
            in.text(),
            in.day(),
            in.number(),
            in.flag())
        : null;
  }

  private static void writeQuestion(KeptBytes.Writer out, byte @Nullable [] question) {
    out.flag(question != null);
    if (question != null) {
      out.bytes(question);
    }
  }

  private static byte @Nullable [] readQuestion(KeptBytes in) {
    return in.flag() ? in.bytes() : null;
  }

  private static void writeForgetting(KeptBytes.Writer out, Forgetting forgetting) {
    String digits = forgetting.digits();
    out.text(digits == null ? "" : digits);
    out.moment(forgetting.asked());
    out.moment(forgetting.since());
    out.number(forgetting.times());
  }

  private static Forgetting readForgetting(KeptBytes in) {
    String digits = in.text();
    return new Forgetting(digits.isEmpty() ? null : digits, in.moment(), in.moment(), in.number());
  }

  private static void writePin(KeptBytes.Writer out, Pin pin) {
    out.flag(pin.asked());
    out.moment(pin.since());
    out.number(pin.wrong());
    out.number(pin.looked());
    out.number(pin.codes());
  }

  private static Pin readPin(KeptBytes in) {
    return new Pin(in.flag(), in.moment(), in.number(), in.number(), in.number());
  }
}
