package org.answerable.feedback;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.answerable.delivery.Outbox;
import org.answerable.feedback.FeedbackThread.End;
import org.answerable.feedback.FeedbackThread.GivenResponse;
import org.answerable.leader.Leader;
import org.answerable.organisation.Organisation;
import org.answerable.organisation.Organisations;
import org.answerable.platform.Databases;
import org.answerable.platform.Ids;
import org.answerable.platform.Login;
import org.answerable.platform.keys.Sealer;
import org.answerable.responselog.Content;
import org.answerable.responselog.Staging;

/**
 * A leader says what was done of a promise, or what the body outside answered: public where the
 * feedback is, and told to its sender. Late or not, it can be said once.
 */
public final class KeepingPromises {
  private final Organisations organisations;
  private final Inbox inbox;
  private final Feedbacks feedbacks;
  private final Promises promises;
  private final Databases databases;
  private final Sealer sealer;
  private final Staging staging;
  private final Outbox outbox;
  private final Ids ids;

  KeepingPromises(
      Organisations organisations,
      Inbox inbox,
      Feedbacks feedbacks,
      Promises promises,
      Databases databases,
      Sealer sealer,
      Staging staging,
      Outbox outbox,
      Ids ids) {
    this.organisations = organisations;
    this.inbox = inbox;
    this.feedbacks = feedbacks;
    this.promises = promises;
    this.databases = databases;
    this.sealer = sealer;
    this.staging = staging;
    this.outbox = outbox;
    this.ids = ids;
  }

  /** What became of it. */
  public enum Kept {
    DONE,
    /** The words say nothing, or are too long. */
    NO_WORDS,
    /** Somebody said so before, or it was taken back, or something happened just now. */
    OVERTAKEN,
    /** For this leader there is no such promise. */
    UNKNOWN
  }

  /**
   * A promise or a referral that is open.
   *
   * @param missed its day passed
   * @param isPublic whether the log tells of it
   */
  public record Due(
      FeedbackState state, UUID response, Commitment made, boolean missed, boolean isPublic) {
    @Override
    public String toString() {
      return "Due[redacted]";
    }
  }

  /**
   * A page of what is open.
   *
   * @param counts of all pages
   * @param page from 1
   */
  public record DuePage(Promises.Counts counts, List<Due> rows, int page, int pages) {
    public DuePage {
      rows = List.copyOf(rows);
    }

    @Override
    public String toString() {
      return "DuePage[redacted]";
    }
  }

  /**
   * A page of those that the leader may see, the one that is late for longest first; a page that is
   * not there is the last one.
   */
  public DuePage due(Leader leader, int page, LocalDate today) {
    Organisation organisation = organisations.get(leader.organisation());
    var rules = new FeedbackRules(organisation);
    Promises.Counts counts = counts(leader, today);
    int pages = Math.max(1, Math.ceilDiv(counts.all(), FeedbackLimits.PAGE_ROWS));
    int shown = Math.clamp(page, 1, Math.min(pages, FeedbackLimits.PAGES));
    var rows =
        promises.open(
            Scopes.of(organisation, leader),
            FeedbackLimits.PAGE_ROWS,
            (shown - 1) * FeedbackLimits.PAGE_ROWS);
    return new DuePage(
        counts, rows.stream().map(one -> due(one, rules, today)).toList(), shown, pages);
  }

  /** How many those are: nothing is opened for it. */
  public Promises.Counts counts(Leader leader, LocalDate today) {
    Organisation organisation = organisations.get(leader.organisation());
    return promises.counts(
        Scopes.of(organisation, leader), today, today.plusDays(FeedbackLimits.DUE_SOON_DAYS));
  }

  private Due due(Promises.Late one, FeedbackRules rules, LocalDate today) {
    Feedbacks.PromiseRow row = one.promise();
    String what = sealer.openText(one.state().organisation(), one.response(), row.text());
    return new Due(
        one.state(),
        one.response(),
        new Commitment(what, row.ownerRole(), row.due()),
        row.due().isBefore(today),
        rules.isPublic(one.state()));
  }

  /** All of it, or nothing. */
  public Kept keep(Leader leader, String reference, UUID response, String words, Instant now)
      throws SQLException {
    Optional<FeedbackThread> thread = inbox.read(leader, reference);
    Optional<GivenResponse> given =
        thread.stream()
            .flatMap(found -> found.responses().stream())
            .filter(one -> one.id().equals(response) && one.commitment() != null)
            .findFirst();
    if (thread.isEmpty() || given.isEmpty()) {
      return Kept.UNKNOWN;
    }
    String clean = Words.clean(words);
    if (clean.isBlank() || Words.length(clean) > FeedbackLimits.KEPT_CHARS) {
      return Kept.NO_WORDS;
    }
    End end = given.get().end();
    if (end == null
        || end.kept() != null
        || given.get().isTakenBack()
        || thread.get().state().isWithdrawn()) {
      return Kept.OVERTAKEN;
    }
    boolean done =
        databases.inTransaction(
            Login.INBOX, tx -> keep(tx, thread.get(), given.get(), end, clean, now));
    return done ? Kept.DONE : Kept.OVERTAKEN;
  }

  private boolean keep(
      Connection tx, FeedbackThread thread, GivenResponse given, End end, String words, Instant now)
      throws SQLException {
    Organisation organisation = organisations.get(thread.state().organisation());
    Commitment made = given.commitment();
    if (made == null) {
      return false;
    }
    Step step =
        new FeedbackRules(organisation)
            .kept(thread.state(), made, thread.role(), organisation.day(now));
    if (!feedbacks.add(tx, step)) {
      return false;
    }
    String id = organisation.id();
    promises.addKept(
        tx, id, given.id(), step.day(), thread.role(), sealer.seal(id, given.id(), words));
    byte[] hash = end.hash();
    if (thread.isPublic() && hash != null) {
      var content = new Content(ids.salt(), words);
      staging.stage(tx, id, Entries.kept(step, made, hash, content), List.of(content));
    }
    outbox.add(tx, Promised.kept(step, given.id(), made, words, now, !thread.isPublic()));
    return true;
  }
}
