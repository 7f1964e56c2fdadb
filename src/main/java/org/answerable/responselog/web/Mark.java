package org.answerable.responselog.web;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.answerable.responselog.PublicFeedback;
import org.jspecify.annotations.Nullable;

/**
 * Where a feedback stands: a mark and a word, never a colour alone.
 *
 * @param css class of the mark
 * @param detail a second line in small
 */
public record Mark(String css, String word, @Nullable String detail) {
  static Mark of(PublicFeedback feedback, Reader reader) {
    if (feedback.isWithdrawn()) {
      return new Mark("", reader.texts().get("status.withdrawn"), null);
    }
    LocalDate responded = feedback.responded();
    if (responded != null) {
      return answered(feedback, responded, reader);
    }
    if (feedback.status().equals(PublicFeedback.CLOSED)) {
      return new Mark("", reader.texts().get("status.closed"), null);
    }
    LocalDate due = feedback.due();
    if (due != null && feedback.overdue(reader.today())) {
      return new Mark(
          "late",
          reader.texts().count("status.overdue", feedback.daysLate(reader.today())),
          reader.texts().get("status.was-due", reader.day(due)));
    }
    if (MemberSays.of(feedback.status()) == MemberSays.NOT_SOLVED) {
      return new Mark("no", reader.texts().get("status.disputed"), left(due, reader));
    }
    LocalDate since = feedback.waitsSince();
    if (since != null && feedback.waitsForSender(reader.today())) {
      return new Mark(
          "read",
          reader.texts().get("status.asked-back"),
          reader.texts().get("status.waits", reader.day(since)));
    }
    boolean read = Set.of("acknowledged", "asked").contains(feedback.status());
    return new Mark(
        read ? "read" : "",
        reader.texts().get(read ? "status.read" : "status.new"),
        left(due, reader));
  }

  private static String left(@Nullable LocalDate due, Reader reader) {
    if (due == null) {
      return reader.texts().get("status.nothing-due");
    }
    long days = ChronoUnit.DAYS.between(reader.today(), due);
    return days == 0
        ? reader.texts().get("status.due-today")
        : reader.texts().count("status.due", days, reader.day(due));
  }

  private static Mark answered(PublicFeedback feedback, LocalDate responded, Reader reader) {
    Decided decided = Decided.of(feedback.decision());
    long late = feedback.daysLate(reader.today());
    String day = reader.day(responded);
    String detail = late > 0 ? day + ", " + reader.texts().count("status.days-late", late) : day;
    MemberSays says = MemberSays.of(feedback.status());
    if (says != null) {
      String word =
          reader.texts().get(decided.key) + ": " + reader.texts().get("status." + says.key);
      return new Mark(says.css, word, detail);
    }
    return new Mark(decided.css, reader.texts().get(decided.key), detail);
  }

  /** The six decisions of a response, by the words that stand in the log. */
  enum Decided {
    EXPLAINED("explained", "ans", "decision.explained"),
    THANKED("thanked", "ans", "decision.thanked"),
    DONE("done", "ok", "decision.done"),
    WILL_DO("will do", "will", "decision.will-do"),
    WILL_NOT("will not", "wont", "decision.will-not"),
    REFERRED("referred", "ref", "decision.referred"),
    ANSWERED("", "ans", "decision.answered");

    final String start;
    final String css;
    final String key;

    Decided(String start, String css, String key) {
      this.start = start;
      this.css = css;
      this.key = key;
    }

    /** From {@code will-not}, as the log writes it; what nobody knows here is "answered". */
    static Decided of(@Nullable String decision) {
      String word = decision == null ? "" : decision.replace('-', ' ');
      for (Decided one : values()) {
        if (word.startsWith(one.start)) {
          return one;
        }
      }
      return ANSWERED;
    }
  }
}
