package org.answerable.poll;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.answerable.leader.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What leaders say about a priority, as a form brings it.
 *
 * @param text public
 * @param what is promised, in words, where it is {@link Decided#WILL_DO}
 * @param role that says it, and keeps the promise
 * @param due the day by which it is kept
 */
public record PriorityDraft(
    @Nullable Decided decided, String text, String what, String role, @Nullable LocalDate due) {
  /** What they decide: a priority is done, promised or refused. */
  public enum Decided {
    WILL_DO,
    DONE,
    WILL_NOT;

    /** As it stands in the log and in forms. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** What keeps it from being published, by the fields of the form. */
  public List<Problem> problems(LocalDate today) {
    List<Problem> problems = new ArrayList<>();
    if (decided == null) {
      problems.add(new Problem("decided", "Say what you decided."));
    }
    if (text.isBlank() || text.length() > PollLimits.ANSWER_CHARS) {
      problems.add(
          new Problem(
              "text",
              "Write what members will read, in at most %d signs."
                  .formatted(PollLimits.ANSWER_CHARS)));
    }
    if (decided == Decided.WILL_DO) {
      promise(problems, today);
    }
    return List.copyOf(problems);
  }

  private void promise(List<Problem> problems, LocalDate today) {
    if (what.isBlank() || what.length() > PollLimits.PROMISE_CHARS) {
      problems.add(
          new Problem(
              "what",
              "Say what is promised, in at most %d signs.".formatted(PollLimits.PROMISE_CHARS)));
    }
    if (due == null || due.isBefore(today) || due.isAfter(today.plus(PollLimits.PROMISE_FOR))) {
      problems.add(new Problem("due", "Give the day by which it is done: today or later."));
    }
  }

  @Override
  public String toString() {
    return "PriorityDraft[redacted]";
  }
}
