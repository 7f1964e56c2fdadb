package org.answerable.poll.web;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.answerable.platform.web.PageTexts;
import org.answerable.poll.PriorityDraft.Decided;
import org.answerable.poll.PublishedPriority;
import org.answerable.poll.PublishedPriority.Answer;
import org.answerable.responselog.PublicPromise;
import org.answerable.responselog.PublicText;
import org.answerable.responselog.web.Mark;
import org.answerable.responselog.web.PollPriorities;
import org.answerable.responselog.web.PromiseView;
import org.answerable.responselog.web.Reader;
import org.jspecify.annotations.Nullable;

/** A priority, what leaders said about it, and what became of that. */
public record PriorityView(PublishedPriority priority, PollView poll) {
  public String what() {
    return poll.options().get(priority.option() - 1);
  }

  /** What leaders said; null: nothing yet. */
  public @Nullable PublicText words() {
    Answer answer = priority.answer();
    return answer == null ? null : answer.words();
  }

  /** What was promised; null: nothing. */
  public @Nullable PublicText promised() {
    PublicPromise promise = promise();
    return promise == null ? null : promise.what();
  }

  /** What was done of it; null: nothing yet. */
  public @Nullable PublicText done() {
    PublicPromise promise = promise();
    return promise == null ? null : promise.words();
  }

  private @Nullable PublicPromise promise() {
    Answer answer = priority.answer();
    return answer == null ? null : answer.promise();
  }

  public Mark mark() {
    Answer answer = priority.answer();
    if (answer == null) {
      return unanswered();
    }
    PublicPromise promise = answer.promise();
    if (promise != null) {
      return new PromiseView(promise, reader()).mark();
    }
    String day = reader().day(answer.day());
    return answer.decision().equals(Decided.DONE.word())
        ? new Mark("ok", texts().get("decision.done"), day)
        : new Mark("wont", texts().get("decision.will-not"), day);
  }

  private Mark unanswered() {
    long late = ChronoUnit.DAYS.between(priority.due(), reader().today());
    String since = texts().get("priority.unanswered", reader().day(priority.since()));
    return late > 0
        ? new Mark("late", since, texts().count("status.overdue", late))
        : new Mark("", since, texts().get("priority.due", reader().day(priority.due())));
  }

  /** "Board: answered on 4 Nov, due by 13 Nov." */
  public String story() {
    Answer answer = priority.answer();
    String due = reader().day(priority.due());
    if (answer == null) {
      return texts().get("priority.due", due);
    }
    String said =
        texts().get("priority.answered", reader().role(answer.role()), reader().day(answer.day()));
    LocalDate day = answer.day();
    return day.isAfter(priority.due()) ? said + " " + texts().get("priority.late", due) : said;
  }

  PollPriorities.Line line() {
    return new PollPriorities.Line(poll.href() + "#duty", what(), story(), mark());
  }

  private Reader reader() {
    return poll.reader();
  }

  private PageTexts texts() {
    return poll.reader().texts();
  }
}
