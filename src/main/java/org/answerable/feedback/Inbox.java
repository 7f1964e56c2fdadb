package org.answerable.feedback;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.answerable.feedback.Feedbacks.Filter;
import org.answerable.feedback.Feedbacks.NoteRow;
import org.answerable.feedback.Feedbacks.Part;
import org.answerable.feedback.Feedbacks.PromiseRow;
import org.answerable.feedback.Feedbacks.ResponseRow;
import org.answerable.feedback.Feedbacks.Scope;
import org.answerable.intake.Released;
import org.answerable.leader.Leader;
import org.answerable.organisation.Organisation;
import org.answerable.organisation.Organisations;
import org.answerable.platform.Databases;
import org.answerable.platform.Ids;
import org.answerable.platform.Login;
import org.answerable.platform.keys.Sealed;
import org.answerable.platform.keys.Sealer;
import org.answerable.responselog.Staging;
import org.jspecify.annotations.Nullable;

/**
 * What a leader can read, and the notes they leave. To a leader, feedback that is not of their
 * roles or not of their organisation does not exist.
 */
public final class Inbox {
  private final Organisations organisations;
  private final Feedbacks feedbacks;
  private final Databases databases;
  private final Sealer sealer;
  private final Staging staging;
  private final Ids ids;

  Inbox(
      Organisations organisations,
      Feedbacks feedbacks,
      Databases databases,
      Sealer sealer,
      Staging staging,
      Ids ids) {
    this.organisations = organisations;
    this.feedbacks = feedbacks;
    this.databases = databases;
    this.sealer = sealer;
    this.staging = staging;
    this.ids = ids;
  }

  /** One page of what the leader may see; a page that is not there is the last one. */
  public InboxPage list(Leader leader, Filter filter, int page, LocalDate today) {
    Organisation organisation = organisations.get(leader.organisation());
    Scope scope = Scopes.of(organisation, leader);
    var found = feedbacks.counts(scope, filter, today);
    int rows = filter.answered() ? found.answered() + found.withdrawn() : found.waiting();
    int pages = Math.max(1, Math.ceilDiv(rows, FeedbackLimits.PAGE_ROWS));
    int shown = Math.clamp(page, 1, Math.min(pages, FeedbackLimits.PAGES));
    var states =
        feedbacks.list(
            scope, filter, today, FeedbackLimits.PAGE_ROWS, (shown - 1) * FeedbackLimits.PAGE_ROWS);
    return new InboxPage(
        feedbacks.counts(scope, new Filter(filter.answered(), null, null), today),
        feedbacks.topics(scope),
        rows(organisation.id(), states),
        feedbacks.setAside(scope, FeedbackLimits.SET_ASIDE_ROWS),
        shown,
        pages);
  }

  /** Reads one feedback without a trace. Empty: for this leader there is none. */
  public Optional<FeedbackThread> read(Leader leader, String reference) {
    Organisation organisation = organisations.get(leader.organisation());
    var rules = new FeedbackRules(organisation);
    return feedbacks
        .find(organisation.id(), reference)
        .flatMap(
            state ->
                rules
                    .actingRole(leader, state)
                    .map(role -> thread(state, role, rules.isPublic(state))));
  }

  /** Reads one feedback; the first leader who does makes it "read", in the log too. */
  public Optional<FeedbackThread> open(Leader leader, String reference, Instant now)
      throws SQLException {
    var thread = read(leader, reference);
    if (thread.isEmpty() || !acknowledge(leader, thread.get(), now)) {
      return thread;
    }
    return read(leader, reference);
  }

  /** Whether a text can be kept as a note: it says something, and is not too long. */
  public static boolean isNote(String text) {
    String clean = Words.clean(text);
    return !clean.isEmpty() && Words.length(clean) <= FeedbackLimits.NOTE_CHARS;
  }

  /**
   * Keeps an internal note.
   *
   * @return false: for this leader there is no such feedback
   * @throws IllegalArgumentException when it {@link #isNote is none}
   */
  public boolean note(Leader leader, String reference, String text, Instant now)
      throws SQLException {
    String clean = Words.clean(text);
    if (!isNote(text)) {
      throw new IllegalArgumentException("a note of " + Words.length(clean) + " characters");
    }
    var thread = read(leader, reference);
    if (thread.isEmpty()) {
      return false;
    }
    UUID id = ids.uuid();
    Organisation organisation = organisations.get(leader.organisation());
    var sealed = sealer.seal(organisation.id(), id, clean);
    var row = new NoteRow(id, organisation.day(now), thread.get().role(), sealed);
    databases.inTransaction(
        Login.INBOX,
        tx -> {
          feedbacks.add(tx, thread.get().state(), row);
          return row;
        });
    return true;
  }

  private boolean acknowledge(Leader leader, FeedbackThread thread, Instant now)
      throws SQLException {
    Organisation organisation = organisations.get(leader.organisation());
    var rules = new FeedbackRules(organisation);
    var step = rules.opened(thread.state(), thread.role(), organisation.day(now));
    if (step.isEmpty()) {
      return false;
    }
    return databases.inTransaction(
        Login.INBOX,
        tx -> {
          boolean first = feedbacks.add(tx, step.get());
          if (first && thread.isPublic()) {
            staging.stage(tx, organisation.id(), List.of(Entries.statusChanged(step.get())));
          }
          return true;
        });
  }

  private List<InboxPage.Row> rows(String organisation, List<FeedbackState> states) {
    var shown = states.stream().map(FeedbackState::feedback).toList();
    var parts = feedbacks.parts(organisation, shown);
    var since = feedbacks.overdueSince(organisation, shown);
    return states.stream()
        .map(
            state ->
                new InboxPage.Row(
                    state,
                    firstWords(organisation, parts, state.feedback()),
                    since.get(state.feedback())))
        .toList();
  }

  private String firstWords(String organisation, Map<UUID, List<Part>> parts, UUID feedback) {
    return parts.getOrDefault(feedback, List.of()).stream()
        .findFirst()
        .map(part -> words(organisation, part))
        .orElse("");
  }

  private FeedbackThread thread(FeedbackState state, String role, boolean isPublic) {
    String organisation = state.organisation();
    UUID feedback = state.feedback();
    var parts = feedbacks.parts(organisation, List.of(feedback)).getOrDefault(feedback, List.of());
    return new FeedbackThread(
        state,
        role,
        isPublic,
        feedbacks.source(organisation, feedback),
        parts.stream()
            .map(part -> new FeedbackThread.Part(part.day(), words(organisation, part)))
            .toList(),
        feedbacks.steps(organisation, feedback),
        feedbacks.responses(organisation, feedback).stream()
            .map(row -> response(organisation, row))
            .toList(),
        feedbacks.notes(organisation, feedback).stream()
            .map(
                row ->
                    new FeedbackThread.Note(
                        row.day(), row.byRole(), text(organisation, row.id(), row.text())))
            .toList());
  }

  private String words(String organisation, Part part) {
    return Words.clean(Released.Part.words(sealer.open(organisation, part.id(), part.text())));
  }

  private FeedbackThread.GivenResponse response(String organisation, ResponseRow row) {
    return new FeedbackThread.GivenResponse(
        row.id(),
        row.number(),
        row.day(),
        row.byRole(),
        row.decision(),
        text(organisation, row.id(), row.text()),
        commitment(organisation, row.id(), row.promise()),
        end(organisation, row.id(), row.promise()),
        row.round(),
        row.outcome(),
        row.undecided());
  }

  private @Nullable Commitment commitment(
      String organisation, UUID response, @Nullable PromiseRow promise) {
    return promise == null
        ? null
        : new Commitment(
            text(organisation, response, promise.text()), promise.ownerRole(), promise.due());
  }

  private FeedbackThread.@Nullable End end(
      String organisation, UUID response, @Nullable PromiseRow promise) {
    if (promise == null) {
      return null;
    }
    Sealed kept = promise.keptText();
    return new FeedbackThread.End(
        promise.kept(),
        kept == null ? null : text(organisation, response, kept),
        promise.missed(),
        promise.hash());
  }

  private String text(String organisation, UUID id, Sealed sealed) {
    return sealer.openText(organisation, id, sealed);
  }
}
