package org.answerable.responselog.web;

import java.util.ArrayList;
import java.util.List;
import org.answerable.organisation.Kind;
import org.answerable.responselog.PublicFeedback;
import org.answerable.responselog.PublicText;
import org.jspecify.annotations.Nullable;

/** A feedback in the words of a page. */
public record FeedbackView(PublicFeedback feedback, Reader reader) {
  /** As much of a response as a sheet of paper has room for. */
  public static final int BOARD_CHARS = 160;

  public FeedbackView {
    feedback = feedback.shownOn(reader.today());
  }

  static List<FeedbackView> all(List<PublicFeedback> feedbacks, Reader reader) {
    return feedbacks.stream().map(one -> new FeedbackView(one, reader)).toList();
  }

  public String reference() {
    return feedback.reference();
  }

  public String href() {
    return reader.link("/log/" + feedback.reference());
  }

  public String title() {
    return reader.title(feedback.kind(), feedback.topic());
  }

  public long days() {
    return feedback.days(reader.today());
  }

  public String daysWord() {
    return reader.texts().count("days", days());
  }

  public boolean late() {
    return feedback.overdue(reader.today());
  }

  public Mark mark() {
    return Mark.of(feedback, reader);
  }

  public Bar bar() {
    return Bar.of(feedback, reader);
  }

  public @Nullable PublicText words() {
    return feedback.words();
  }

  public @Nullable PublicText response() {
    return feedback.response();
  }

  public String asked() {
    return reader.day(feedback.day());
  }

  public String withRole() {
    return reader.role(feedback.withRole());
  }

  /** "Board, before that programmes lead. Words not published." */
  public String whose() {
    String role =
        feedback.role().equals(feedback.withRole())
            ? withRole()
            : reader.texts().get("row.moved", withRole(), reader.role(feedback.role()));
    return role + "." + unpublished() + echoed();
  }

  /** "Asked 19 Oct, due 22 Oct. With the board." */
  public String story() {
    var due = feedback.due();
    String asked =
        due == null
            ? reader.texts().get("row.asked", asked())
            : reader.texts().get("row.asked-due", asked(), reader.day(due));
    return asked + " " + reader.texts().get("row.with", withRole()) + unpublished() + echoed();
  }

  /** "10 or more people say that it happened to them too."; empty: fewer than are told. */
  public String echoes() {
    String key = proposal() ? "support.or-more" : "echoes.or-more";
    return feedback.echoes() == 0 ? "" : reader.texts().get(key, feedback.echoes());
  }

  /** Whether it is put up for a vote. */
  public boolean proposal() {
    return feedback.kind() == Kind.PROPOSAL;
  }

  private String echoed() {
    return echoes().isEmpty() ? "" : " " + echoes();
  }

  private String unpublished() {
    return feedback.words() == null ? " " + reader.texts().get("words.none") : "";
  }

  /**
   * What was asked and what was answered, each behind its name, for feeds; empty: nothing is
   * published. Words stand in one line, so that none of them can look like the organisation's.
   */
  public String said() {
    List<String> parts = new ArrayList<>();
    PublicText asked = words();
    if (asked != null) {
      parts.add(reader.texts().get("feed.asked", asked.line()));
    }
    PublicText answered = response();
    if (answered != null) {
      parts.add(reader.texts().get("feed.answered", answered.text()));
    }
    return String.join("\n\n", parts);
  }

  /** One line for search engines and feeds. */
  public String summary() {
    List<String> parts = new ArrayList<>();
    Mark mark = mark();
    parts.add(reader.texts().get("row.asked", asked()));
    parts.add(mark.detail() == null ? mark.word() + "." : mark.word() + ", " + mark.detail() + ".");
    return String.join(" ", parts);
  }
}
