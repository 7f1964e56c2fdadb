package org.answerable.feedback.web;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import org.answerable.feedback.Commitment;
import org.answerable.feedback.FeedbackLimits;
import org.answerable.feedback.FeedbackThread;
import org.answerable.feedback.FeedbackThread.End;
import org.answerable.feedback.FeedbackThread.GivenResponse;
import org.answerable.feedback.FeedbackThread.Part;
import org.answerable.feedback.Feedbacks.StepRow;
import org.answerable.feedback.StepKind;
import org.answerable.feedback.web.ThreadView.Doubt;
import org.answerable.feedback.web.ThreadView.Keep;
import org.answerable.feedback.web.ThreadView.Moment;
import org.answerable.organisation.Topic;
import org.jspecify.annotations.Nullable;

/** The steps of a feedback, oldest first, with the words that belong to each. */
final class Timeline {
  private final Vocabulary words;
  private final FeedbackThread thread;
  private final Iterator<Part> parts;
  private final List<Moment> moments = new ArrayList<>();
  private String topic = Topic.UNSORTED;

  private Timeline(Vocabulary words, FeedbackThread thread) {
    this.words = words;
    this.thread = thread;
    this.parts = thread.parts().iterator();
  }

  static List<Moment> of(Vocabulary words, FeedbackThread thread) {
    var timeline = new Timeline(words, thread);
    thread.steps().forEach(timeline::add);
    return timeline.moments;
  }

  private void add(StepRow step) {
    switch (step.what()) {
      case RELEASED -> released(step);
      case ADDED -> nextPart("Added by the member");
      case CAME_BACK -> nextPart("Said by the member, who was asked");
      case SORTED -> sorted(step);
      case RAISED -> event(step, "s", "More sensitive", "By what the member added");
      case ACKNOWLEDGED -> event(step, "s read", "Read", by(step));
      case TAKEN_BACK -> event(step, "s wont", "Response taken back", by(step));
      case OVERDUE -> overdue(step);
      case ANSWERED, ASKED -> answered(step);
      case FOLLOWED_UP -> event(step, "s", "The member is asked whether it helped", "Once");
      case CONFIRMED -> event(step, "s ok", "The member says: solved", "");
      case PARTLY -> event(step, "s ans", "The member says: solved in part", "");
      case DISPUTED -> disputed(step);
      case PROMISE_KEPT -> event(step, "s ok", "Promise kept", by(step));
      case PROMISE_MISSED -> event(step, "s late", "Promise late", "Its day has passed");
      case BODY_ANSWERED -> event(step, "s ok", "The body outside answered", by(step));
      case BODY_SILENT -> event(step, "s late", "The body outside is late", "It has not answered");
      case WITHDRAWN ->
          event(
              step,
              "s wont",
              "Taken back by the member",
              "The words are deleted. No answer is due");
      case WORDS_SHOWN ->
          event(
              step,
              "s read",
              "The member is shown the words first",
              "Public with their yes. Without one by "
                  + words.day(step.day().plus(FeedbackLimits.SHOWN))
                  + " they are not");
      case WORDS_KEPT ->
          event(step, "s", "The member wants the words unpublished", "Only leaders read them");
      case WORDS_PUBLISHED ->
          event(
              step,
              "s ans",
              "Words published",
              step.byRole() == null ? "The member saw them first and agreed" : by(step));
      case CORRECTED ->
          event(step, "s fix", "Response corrected", by(step) + ". The public page shows both");
      case REMOVED -> event(step, "s fix", "Published text removed", by(step));
    }
  }

  /** The first text, and what was added before leaders could see it: a step each came later. */
  private void released(StepRow step) {
    topic = step.topic();
    long added =
        thread.steps().stream()
            .filter(s -> s.what() == StepKind.ADDED || s.what() == StepKind.CAME_BACK)
            .count();
    nextPart("Asked by text");
    for (long i = 1; i < thread.parts().size() - added; i++) {
      nextPart("Added by the member");
    }
  }

  private void nextPart(String label) {
    if (parts.hasNext()) {
      Part part = parts.next();
      moments.add(
          moment(part.day(), "s", label, part.text(), null, null, List.of(), null, null, null));
    }
  }

  /** What changed no topic changed the consent. */
  private void sorted(StepRow step) {
    if (step.byRole() != null) {
      event(step, "s", "Sorted", "About " + words.topic(step.topic()) + ". " + by(step));
    } else if (step.topic().equals(topic)) {
      event(step, "s", "The member said whether we may publish", "The last word counts, see below");
    } else {
      event(step, "s", "The member named the topic", "About " + words.topic(step.topic()));
    }
    topic = step.topic();
  }

  private void overdue(StepRow step) {
    LocalDate due = step.due();
    String day = due == null ? "" : "Due " + words.day(due) + ". ";
    event(step, "s late", "Overdue", day + "With " + words.role(step.withRole()) + " from now on");
  }

  private void disputed(StepRow step) {
    LocalDate due = step.due();
    String day = due == null ? "" : ". An answer is due " + words.day(due);
    String with = words.role(step.withRole());
    event(step, "s no", "The member says: not solved", "With " + with + " from now on" + day);
  }

  private void answered(StepRow step) {
    thread.responses().stream()
        .filter(response -> response.number() == step.number())
        .forEach(response -> moments.add(said(step, response)));
  }

  private Moment said(StepRow step, GivenResponse response) {
    var notes = new ArrayList<String>();
    notes.add(words.role(response.byRole()) + ". " + words.outcome(response.outcome()) + ".");
    LocalDate due = step.due();
    if (due != null && due.isBefore(step.day()) && step.day().equals(thread.state().responded())) {
      notes.add(words.days(ChronoUnit.DAYS.between(due, step.day())) + " late.");
    }
    if (step.what() == StepKind.ASKED) {
      notes.add("Not published. The clock waits for the member, 7 days at most.");
    }
    return moment(
        step.day(),
        words.mark(response.decision()),
        words.decision(response.decision()),
        null,
        response.text(),
        promise(response.commitment(), response.end()),
        notes,
        undo(response),
        doubt(response),
        keep(response));
  }

  private @Nullable Keep keep(GivenResponse response) {
    Commitment made = response.commitment();
    End end = response.end();
    boolean open = end != null && end.kept() == null && !response.isTakenBack();
    return made != null && open && !thread.state().isWithdrawn()
        ? new Keep(response.id(), made.isReferral())
        : null;
  }

  /** Whether it is too late is seen when it is tried. */
  private @Nullable UUID undo(GivenResponse response) {
    boolean last = response.number() == thread.state().number();
    return last
            && response.decision().isResponse()
            && response.outcome().equals("waiting")
            && words.mayUndo()
        ? response.id()
        : null;
  }

  /** About what its sender took back nothing is left to decide. */
  private @Nullable Doubt doubt(GivenResponse response) {
    return response.undecided() && !thread.state().isWithdrawn()
        ? new Doubt(response.id(), response.round(), response.outcome().equals("failed"))
        : null;
  }

  private @Nullable String promise(@Nullable Commitment made, @Nullable End end) {
    if (made == null) {
      return null;
    }
    String owner = made.ownerRole();
    String said =
        owner == null
            ? "Referred to: " + made.what() + ", answer due " + words.day(made.due())
            : "Promised: "
                + made.what()
                + ", by "
                + words.day(made.due())
                + ", "
                + words.role(owner);
    return said + (end == null ? "" : ended(end, owner == null));
  }

  private String ended(End end, boolean referral) {
    LocalDate kept = end.kept();
    LocalDate missed = end.missed();
    if (kept != null) {
      return (referral ? ". Answered on " : ". Kept on ") + words.day(kept) + ": " + end.words();
    }
    return missed == null ? "" : ". Late since " + words.day(missed);
  }

  private void event(StepRow step, String mark, String label, String note) {
    moments.add(moment(step.day(), mark, label, null, null, null, List.of(note), null, null, null));
  }

  private String by(StepRow step) {
    String role = step.byRole();
    return role == null ? "" : "By " + words.role(role);
  }

  private Moment moment(
      LocalDate day,
      String mark,
      String label,
      @Nullable String quote,
      @Nullable String says,
      @Nullable String promise,
      List<String> notes,
      @Nullable UUID undo,
      @Nullable Doubt doubt,
      @Nullable Keep keep) {
    return new Moment(
        day, words.day(day), mark, label, quote, says, promise, notes, undo, doubt, keep);
  }
}
