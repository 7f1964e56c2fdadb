package org.answerable.responselog.web;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.answerable.responselog.Entry;
import org.answerable.responselog.PublicFeedback;
import org.answerable.responselog.PublicLog.PublicEntry;
import org.answerable.responselog.PublicText;
import org.jspecify.annotations.Nullable;

/** What happened to one feedback, oldest first: one step for each entry, and the due day. */
public final class Timeline {
  private final Reader reader;
  private final PublicFeedback feedback;
  private final Amended amended;
  private final List<Step> steps = new ArrayList<>();
  private Entry.@Nullable Opened opened;
  private Entry.@Nullable StatusChanged sorted;
  private Entry.@Nullable StatusChanged undisputed;
  private boolean disputed;
  private boolean read;
  private boolean answered;
  private String standing = "";
  private boolean asked;
  private boolean due;

  private Timeline(PublicFeedback feedback, Amended amended, Reader reader) {
    this.feedback = feedback;
    this.amended = amended;
    this.reader = reader;
  }

  /**
   * One line of it.
   *
   * @param css class of the mark
   * @param aside small, beside the word
   * @param says what the organisation said
   */
  public record Step(
      LocalDate day,
      String css,
      String word,
      @Nullable String aside,
      @Nullable String line,
      @Nullable Said says) {}

  /**
   * A response.
   *
   * @param decision null: as it was before
   * @param note what became of the text since
   * @param promise what, who and by which day
   */
  public record Said(
      @Nullable String decision,
      @Nullable PublicText text,
      @Nullable String note,
      @Nullable Promise promise) {}

  /**
   * What a response promises, or who was asked.
   *
   * @param note what became of its text since
   */
  public record Promise(
      String label, @Nullable PublicText what, @Nullable String note, String who) {}

  static List<Step> of(
      PublicFeedback feedback, List<PublicEntry> entries, Amended amended, Reader reader) {
    var timeline = new Timeline(feedback, amended, reader);
    entries.forEach(timeline::add);
    timeline.addDue();
    return List.copyOf(timeline.steps);
  }

  private void add(PublicEntry one) {
    switch (one.entry()) {
      case Entry.Committed e -> {}
      case Entry.ConfigurationChanged e -> {}
      case Entry.Statement e -> {}
      case Entry.OfPoll e -> {}
      case Entry.Accounted e -> {}
      case Entry.InConfidence e -> {}
      case Entry.Opened e -> asked(e);
      case Entry.AdditionOpened e ->
          plain(e.day(), "", text("step.added"), text("step.added.line"));
      case Entry.StatusChanged e -> changed(e);
      case Entry.ResponsePublished e -> answered(e, one);
      case Entry.CommitmentKept e -> kept(e.day(), "step.kept", one);
      case Entry.CommitmentMissed e -> missed(e.day(), "step.missed", e.due(), one);
      case Entry.ReferralAnswered e -> kept(e.day(), "step.body-answered", one);
      case Entry.ReferralUnanswered e -> missed(e.day(), "step.body-silent", e.due(), one);
      case Entry.WordsPublished e ->
          plain(e.day(), "ans", text("step.words"), text("step.words.line"));
      case Entry.Echoed e -> echoed(e);
      case Entry.Correction e -> corrected(e, one);
      case Entry.Redaction e -> plain(e.day(), "fix", text("step.removed"), amended.sentence(e));
      case Entry.Withdrawal e ->
          plain(e.day(), "", text("step.withdrawn"), text("step.withdrawn.line"));
      case Entry.Overdue e -> overdue(e);
    }
  }

  private void asked(Entry.Opened e) {
    opened = e;
    plain(
        e.asked(),
        "",
        text("step.asked"),
        text("step.asked.line", reader.role(e.role()), reader.day(e.day())));
  }

  private void echoed(Entry.Echoed e) {
    if (e.wanted() == null) {
      plain(e.day(), "", text("step.echoed"), text("echoes.or-more", e.count()));
    } else if (e.isEnough() && !due) {
      due = true;
      String line = text("support.or-more", e.count()) + " " + text("step.due-vote.line");
      plain(e.day(), "due", text("step.due-vote"), line);
    } else {
      plain(e.day(), "", text("step.supported"), text("support.or-more", e.count()));
    }
  }

  /** A change of status says that somebody read it, or that it was sorted anew, or both. */
  private void changed(Entry.StatusChanged e) {
    if (e.status().equals("acknowledged") && !read) {
      read = true;
      plain(e.day(), "read", text("step.read"), null);
    }
    MemberSays says = MemberSays.of(e.status());
    if (says != null && !e.status().equals(standing)) {
      said(e, says);
    }
    standing = e.status();
    if (e.status().equals("asked") && !asked) {
      asked = true;
      plain(e.day(), "read", text("step.asked-back"), text("step.asked-back.line"));
    }
    if (sortedAnew(e)) {
      plain(
          e.day(),
          "fix",
          text("step.sorted"),
          text("step.sorted.line", reader.title(e.kind(), e.topic()), reader.role(e.withRole())));
    }
    sorted = e;
    disputed |= says == MemberSays.NOT_SOLVED;
    if (!disputed) {
      undisputed = e;
    }
  }

  /** What does not help goes on with another role, and a day of its own. */
  private void said(Entry.StatusChanged e, MemberSays says) {
    LocalDate due = e.due();
    String line =
        says == MemberSays.NOT_SOLVED && due != null
            ? text("step.disputed.line", reader.role(e.withRole()), reader.day(due))
            : text("step.members.line");
    plain(e.day(), says.css, text("step." + says.key), line);
  }

  private boolean sortedAnew(Entry.StatusChanged e) {
    Entry.StatusChanged last = sorted;
    if (last != null) {
      return e.kind() != last.kind() || !e.topic().equals(last.topic());
    }
    Entry.Opened first = opened;
    return first != null && (e.kind() != first.kind() || !e.topic().equals(first.topic()));
  }

  private void answered(Entry.ResponsePublished e, PublicEntry one) {
    standing = "answered";
    LocalDate due = firstDue();
    long late = due == null || answered ? 0 : ChronoUnit.DAYS.between(due, e.day());
    answered = true;
    Promise promise = promise(e, one);
    Mark.Decided decided = Mark.Decided.of(e.decision());
    steps.add(
        new Step(
            e.day(),
            "ans",
            text("step.answered", reader.role(e.role())),
            late > 0 ? reader.texts().count("status.days-late", late) : null,
            null,
            new Said(text(decided.key), one.text(), amended.note(e.response()), promise)));
  }

  /** The text of before stays in its place, with a note. */
  private void corrected(Entry.Correction e, PublicEntry one) {
    steps.add(
        new Step(
            e.day(),
            "fix",
            text("step.corrected"),
            null,
            text("step.corrected." + e.reason().word()),
            new Said(null, one.text(), amended.note(e.to()), null)));
  }

  private @Nullable Promise promise(Entry.ResponsePublished e, PublicEntry one) {
    Entry.Commitment commitment = e.commitment();
    Entry.Referral referral = e.referral();
    if (commitment != null) {
      String who =
          text("step.promise", reader.role(commitment.ownerRole()), reader.day(commitment.due()));
      String note = amended.note(commitment.what());
      return new Promise(text("step.promised"), one.promise(), note, who);
    }
    return referral == null
        ? null
        : new Promise(
            text("step.referred"),
            one.promise(),
            amended.note(referral.body()),
            text("step.referral", reader.day(referral.due())));
  }

  /** What was promised stands in the line, what was done below it. */
  private void kept(LocalDate day, String key, PublicEntry one) {
    PublicText words = one.text();
    String line = words == null ? null : words.text();
    steps.add(new Step(day, "ok", text(key), promised(one), line, null));
  }

  private void missed(LocalDate day, String key, LocalDate due, PublicEntry one) {
    plain(day, "late", text(key), text("step.missed.line", reader.day(due)));
    Step late = steps.removeLast();
    steps.add(new Step(day, late.css(), late.word(), promised(one), late.line(), null));
  }

  private static @Nullable String promised(PublicEntry one) {
    PublicText promise = one.promise();
    return promise == null ? null : promise.text();
  }

  private void overdue(Entry.Overdue e) {
    boolean stays = e.from().equals(e.to());
    plain(
        e.day(),
        "late",
        text("step.overdue"),
        text(stays ? "step.overdue.stays" : "step.overdue.up", reader.role(e.to())));
  }

  /** The due day is no entry of its own: it stands in its place among them. */
  private void addDue() {
    LocalDate due = firstDue();
    if (due == null || feedback.due() == null) {
      return;
    }
    int place = 0;
    while (place < steps.size() && !steps.get(place).day().isAfter(due)) {
      place++;
    }
    steps.add(place, new Step(due, "due", text("step.due"), null, null, null));
  }

  /** Of the first answer: what was disputed has another one since. */
  private @Nullable LocalDate firstDue() {
    Entry.StatusChanged last = undisputed;
    Entry.Opened first = opened;
    if (last != null) {
      return last.due();
    }
    return first == null ? feedback.due() : first.due();
  }

  private void plain(LocalDate day, String css, String word, @Nullable String line) {
    steps.add(new Step(day, css, word, null, line, null));
  }

  private String text(String key, Object... values) {
    return reader.texts().get(key, values);
  }
}
