package org.answerable.audit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.answerable.tlog.Hash;

/**
 * What the entries say together, each taken after those before it. It knows the log's words from
 * {@code docs/log.md} alone, and passes over a type that it does not know: a newer server may have
 * more.
 */
final class Ledger {
  /** How long an entry may have waited for its slot: a server can be away for some days. */
  static final int DAYS_BEHIND_MAX = 30;

  private final String organisation;
  private final LocalDate latestDay;
  private final Commitments commitments;
  private final Declarations declarations = new Declarations();
  private final Statements statements = new Statements();
  private final List<AnnouncedCovers> covers = new ArrayList<>();
  private final Texts texts = new Texts();
  private final Feedbacks feedbacks = new Feedbacks(texts, declarations);
  private final Promises promises = new Promises();
  private final Polls polls = new Polls();
  private final Quarters quarters = new Quarters();
  private final Priorities priorities = new Priorities();
  private final List<String> otherKeys = new ArrayList<>();
  private final List<String> focalKeys = new ArrayList<>();
  private long index = -1;
  private LocalDate day = LocalDate.MIN;
  private int unknown;
  private int closed;
  private boolean compared;

  /**
   * @param latestDay no entry is of a later one
   */
  Ledger(String organisation, LocalDate latestDay) {
    this.organisation = organisation;
    this.commitments = new Commitments(organisation);
    this.latestDay = latestDay;
  }

  /**
   * Takes the next entry.
   *
   * @throws Finding what in it can't be true after those before it
   */
  void take(LogEntry entry) throws Finding {
    index++;
    if (!entry.text("organisation").equals(organisation)) {
      throw entry.finding("is of another organisation");
    }
    LocalDate its = dated(entry);
    switch (entry.type()) {
      case "committed" -> commit(entry, its);
      case "opened" -> open(entry, its);
      case "status changed" -> feedbacks.change(entry);
      case "response published" -> respond(entry, its);
      case "commitment kept" -> keep(entry, "what");
      case "commitment missed" -> miss(entry, "what", its);
      case "referral answered" -> keep(entry, "body");
      case "referral unanswered" -> miss(entry, "body", its);
      case "words published" -> feedbacks.publishWords(entry);
      case "correction" -> feedbacks.correct(entry);
      case "redaction" -> feedbacks.redact(entry);
      case "withdrawal" -> withdraw(entry);
      case "overdue" -> feedbacks.overdue(entry, its);
      case "configuration changed" -> configure(entry);
      case "statement" -> state(entry);
      case "echoed" -> {
        declarations.support(entry);
        polls.support(entry, feedbacks.find(entry));
      }
      case "in confidence" -> quarters.take(entry, its);
      case "accounted" -> statements.take(entry, index);
      case "poll announced" -> polls.announce(entry, feedbacks.has(entry.text("reference")));
      case "poll cancelled" -> polls.cancel(entry);
      case "poll closed" -> polls.close(entry, its);
      case "tally" -> {
        polls.count(entry);
        declarations.checkAnswerBy(entry);
        priorities.count(entry);
      }
      case "late votes" -> polls.late(entry, its);
      case "poll text removed" -> polls.remove(entry);
      case "priority answered" -> answer(entry, its);
      case "priority overdue" -> priorities.overdue(entry, its);
      default -> pass(entry);
    }
  }

  /** A newer server may have more types: rows are compared nevertheless, and it is said. */
  private void pass(LogEntry entry) throws Finding {
    unknown++;
    feedbacks.lose(entry);
  }

  private LocalDate dated(LogEntry entry) throws Finding {
    LocalDate its = entry.day("day");
    if (its.isAfter(latestDay)) {
      throw entry.finding("is of a day that has not come, " + its);
    }
    if (its.plusDays(DAYS_BEHIND_MAX).isBefore(day)) {
      throw entry.finding("is of %s, but stands behind one of %s".formatted(its, day));
    }
    commitments.requireInTime(entry, its);
    day = its.isAfter(day) ? its : day;
    return its;
  }

  private void commit(LogEntry entry, LocalDate its) throws Finding {
    commitments.commit(entry, index, its);
    statements.committed(index, its);
  }

  private void open(LogEntry entry, LocalDate its) throws Finding {
    boolean adds = entry.has("adds");
    String reference = entry.text(adds ? "adds" : "reference");
    Commitments.Commitment before = commitments.open(entry, reference);
    if (adds) {
      feedbacks.add(entry, reference);
      return;
    }
    if (polls.has(reference)) {
      throw entry.finding("opens " + Shown.of(reference) + ", which is a poll");
    }
    feedbacks.open(entry, reference, its, before);
  }

  private void respond(LogEntry entry, LocalDate its) throws Finding {
    feedbacks.respond(entry, its);
    var promise = entry.within("commitment");
    if (promise.isPresent()) {
      make(entry, promise.get(), "what", "what was promised to " + reference(entry), its);
    }
    var referral = entry.within("referral");
    if (referral.isPresent()) {
      make(entry, referral.get(), "body", "to whom it was referred", its);
    }
  }

  private void make(LogEntry entry, LogEntry made, String field, String what, LocalDate its)
      throws Finding {
    Hash hash = publish(entry, made, field, what);
    promises.make(entry, field, hash, made.day("due"), its);
    promise(entry, hash);
  }

  /** What leaders say about a priority; what they promise is kept or missed as any other. */
  private void answer(LogEntry entry, LocalDate its) throws Finding {
    priorities.answer(entry);
    publish(entry, entry, "response", "the answer about " + reference(entry));
    var promise = entry.within("commitment");
    if (promise.isPresent()) {
      make(entry, promise.get(), "what", "what was promised about " + reference(entry), its);
    }
  }

  private void keep(LogEntry entry, String field) throws Finding {
    requireKnown(entry);
    promises.keep(entry, field);
    String what = "what became of a promise to " + reference(entry);
    promise(entry, publish(entry, entry, "words", what));
  }

  /** A text about a promise can be removed; of those about a poll the poll itself knows. */
  private void promise(LogEntry entry, Hash text) throws Finding {
    if (!priorities.has(entry.text("reference"))) {
      feedbacks.find(entry).promise(text);
    }
  }

  private void miss(LogEntry entry, String field, LocalDate its) throws Finding {
    requireKnown(entry);
    promises.miss(entry, field, its);
  }

  /** Promises are about feedbacks that were opened, or about what a vote chose. */
  private void requireKnown(LogEntry entry) throws Finding {
    if (!priorities.has(entry.text("reference"))) {
      feedbacks.find(entry);
    }
  }

  private void withdraw(LogEntry entry) throws Finding {
    feedbacks.withdraw(entry);
    polls.withdraw(entry);
  }

  private void state(LogEntry entry) throws Finding {
    texts.publish(entry, "text", "a statement about " + Shown.of(entry.text("about")));
    if (entry.has("amends") && !texts.has(entry.hash("amends"))) {
      throw entry.finding("amends what was not stated before it");
    }
    var from = entry.dayIfAny("from");
    var until = entry.dayIfAny("until");
    if (from.isPresent() != until.isPresent()
        || from.isPresent() && until.get().isBefore(from.get())) {
      throw entry.finding("closes the office for days that are none");
    }
  }

  private void configure(LogEntry entry) throws Finding {
    switch (entry.text("what")) {
      case "log key" -> otherKeys.add(entry.place());
      case "statement key" -> statements.announce(entry);
      case "focal key" ->
          focalKeys.add(
              "%s (%s, %s)"
                  .formatted(
                      Shown.of(entry.text("key")), Shown.of(entry.text("role")), entry.place()));
      case "covers" -> covers.add(AnnouncedCovers.of(entry));
      default -> declarations.take(entry, index);
    }
  }

  Polls polls() {
    return polls;
  }

  Statements statements() {
    return statements;
  }

  List<AnnouncedCovers> covers() {
    return List.copyOf(covers);
  }

  /** The commitments that are not opened, with their indexes. */
  Map<Hash, Long> unopened() {
    return commitments.unopened();
  }

  private static String reference(LogEntry entry) throws Finding {
    return Shown.of(entry.text("reference"));
  }

  /** Of a field that stands within an entry about a feedback or a poll. */
  private Hash publish(LogEntry entry, LogEntry within, String field, String what) throws Finding {
    return priorities.has(entry.text("reference"))
        ? polls.publish(entry, within.hash(field), what)
        : texts.publish(within, field, what);
  }

  /** The texts that must stand beside the log, in the order of their entries. */
  Collection<PublishedText> texts() {
    return texts.all();
  }

  /**
   * Compares the rows that pages show with the entries: whoever changes the database below the log
   * is seen here.
   */
  void compare(Table table, Map<Hash, String> published) throws Finding {
    compared = true;
    closed = new Rows(feedbacks.byReference(), day, latestDay, published).compare(table);
  }

  /** What was found, for people. */
  String summary() {
    var said = new ArrayList<String>();
    said.add(
        "%d commitments, covers for texts that never were among them; opened: %d as feedbacks, %d as additions to them; feedbacks with a response: %d."
            .formatted(
                commitments.size(),
                feedbacks.byReference().size(),
                feedbacks.additions(),
                feedbacks.answered()));
    said.addAll(declarations.summary());
    said.addAll(statements.summary(latestDay));
    if (!focalKeys.isEmpty()) {
      said.add(
          "Keys that were made to open what is said in confidence; ask the focal points whether"
              + " they are theirs: "
              + String.join(", ", focalKeys)
              + ".");
    }
    otherKeys.forEach(
        place -> said.add("It went on under another key with %s: ask why.".formatted(place)));
    tell(
        said,
        feedbacks.removed() + polls.removed(),
        "Published texts that were removed, each with its reason: %d.");
    tell(said, feedbacks.withdrawn(), "Taken back by who asked, as the organisation says: %d.");
    tell(
        said,
        promises.unsaid(day, feedbacks::isWithdrawn),
        "Promises whose day is over, and no entry says that they were kept or missed: %d. Ask"
            + " why.");
    tell(said, closed, "Feedbacks that log.csv calls closed, late and without a response: %d.");
    tell(said, polls.size(), "Polls, announced before anybody voted: %d.");
    tell(
        said,
        polls.recounted(),
        "Of them counted again from their ballots, with the same winners: %d.");
    tell(
        said,
        polls.uncounted(),
        "Of them counted by a method that this program is too old to know, and not again: %d.");
    tell(
        said,
        polls.unended(day),
        "Polls whose last day is over, neither counted nor cancelled: %d. Ask why.");
    if (!compared) {
      said.add(
          "There is no log.csv beside this copy: what its pages say was compared with nothing.");
    }
    tell(said, unknown, "Entries of a type that this program is too old to know: %d.");
    return String.join("\n", said);
  }

  private static void tell(List<String> said, long count, String sentence) {
    if (count > 0) {
      said.add(sentence.formatted(count));
    }
  }
}
