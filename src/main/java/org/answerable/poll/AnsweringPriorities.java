package org.answerable.poll;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.answerable.platform.Databases;
import org.answerable.platform.Ids;
import org.answerable.platform.Login;
import org.answerable.responselog.Content;
import org.answerable.responselog.Entry;
import org.answerable.responselog.PollNews;
import org.answerable.responselog.Staging;
import org.springframework.stereotype.Component;

/**
 * What becomes of what a poll chose: leaders say what they will do about each priority, and what
 * became of that; when a day passes, the log says so, also when nobody looks.
 */
@Component
public final class AnsweringPriorities {
  private final Databases databases;
  private final Priorities priorities;
  private final Staging staging;
  private final Ids ids;

  AnsweringPriorities(Databases databases, Priorities priorities, Staging staging, Ids ids) {
    this.databases = databases;
    this.priorities = priorities;
    this.staging = staging;
    this.ids = ids;
  }

  /** Of one poll, in the order of their options. */
  public List<Priority> of(String organisation, String poll) {
    return priorities.of(organisation, poll);
  }

  /** Of which leaders must say yet what they will do, the most urgent first. */
  public List<Priority> unanswered(String organisation) {
    return priorities.unanswered(organisation);
  }

  /**
   * Publishes a draft that has no problems.
   *
   * @return false: it was answered before
   */
  public boolean answer(Priority one, PriorityDraft draft, LocalDate today) throws SQLException {
    var decided = Objects.requireNonNull(draft.decided(), "a draft with problems");
    var words = new Content(ids.salt(), draft.text());
    List<Content> contents = new ArrayList<>(List.of(words));
    Entry.Commitment commitment = null;
    Priority.Promise promise = null;
    if (decided == PriorityDraft.Decided.WILL_DO) {
      LocalDate due = Objects.requireNonNull(draft.due(), "a draft with problems");
      var what = new Content(ids.salt(), draft.what());
      contents.add(what);
      commitment = new Entry.Commitment(draft.role(), due, what.hash());
      promise = new Priority.Promise(what.hash(), due, false);
    }
    var news =
        new PollNews.PriorityAnswered(
            one.option(), draft.role(), decided.word(), words.hash(), commitment);
    var entry = new Entry.OfPoll(today, one.poll(), news);
    Priority.Promise made = promise;
    return first(one, entry, contents, tx -> priorities.answer(tx, one, today, made));
  }

  /**
   * Publishes that a promise was kept, late or not.
   *
   * @param words what was done
   * @return false: that was said before
   */
  public boolean keep(Priority one, String words, LocalDate today) throws SQLException {
    var said = new Content(ids.salt(), words);
    var entry = new Entry.CommitmentKept(today, one.poll(), promise(one).what(), said.hash());
    return first(one, entry, List.of(said), tx -> priorities.keep(tx, one));
  }

  /** One organisation's priorities without an answer, and promises about them, whose day passed. */
  public void sweep(String organisation, LocalDate today) throws SQLException {
    for (Priority one : priorities.late(organisation, today)) {
      var news = new PollNews.PriorityOverdue(one.option(), one.due());
      var entry = new Entry.OfPoll(today, one.poll(), news);
      first(one, entry, List.of(), tx -> priorities.overdue(tx, one));
    }
    for (Priority one : priorities.broken(organisation, today)) {
      var entry =
          new Entry.CommitmentMissed(today, one.poll(), promise(one).what(), promise(one).due());
      first(one, entry, List.of(), tx -> priorities.miss(tx, one));
    }
  }

  private static Priority.Promise promise(Priority one) {
    return Objects.requireNonNull(one.promise(), "a priority about which nothing was promised");
  }

  /** The second of two at once changes nothing, and says nothing. */
  private boolean first(Priority one, Entry entry, List<Content> contents, Change change)
      throws SQLException {
    return databases.inTransaction(
        Login.POLL,
        tx -> {
          boolean first = change.in(tx);
          if (first) {
            staging.stage(tx, one.organisation(), entry, contents);
          }
          return first;
        });
  }

  private interface Change {
    boolean in(Connection tx) throws SQLException;
  }
}
