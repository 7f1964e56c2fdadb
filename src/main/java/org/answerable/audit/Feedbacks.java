package org.answerable.audit;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.answerable.tlog.Hash;

/** What entries say of feedbacks: each opened once, and nothing before that. */
final class Feedbacks {
  /** What a feedback is when its sender has said whether the answer helped. */
  private static final Set<String> JUDGED = Set.of("confirmed", "partly", "disputed");

  private final Texts texts;
  private final Declarations declarations;
  private final Map<String, Followed> all = new HashMap<>();
  private int additions;
  private int removed;

  /**
   * @param declarations the rules that days follow from
   */
  Feedbacks(Texts texts, Declarations declarations) {
    this.texts = texts;
    this.declarations = declarations;
  }

  boolean has(String reference) {
    return all.containsKey(reference);
  }

  Followed find(LogEntry entry) throws Finding {
    return find(entry, entry.text("reference"));
  }

  private Followed find(LogEntry entry, String reference) throws Finding {
    Followed feedback = all.get(reference);
    if (feedback == null) {
      throw entry.finding("is about " + Shown.of(reference) + ", which was not opened before it");
    }
    return feedback;
  }

  void add(LogEntry entry, String reference) throws Finding {
    find(entry, reference);
    additions++;
  }

  /**
   * @param committed where it was committed to
   */
  void open(LogEntry entry, String reference, LocalDate its, Commitments.Commitment committed)
      throws Finding {
    LocalDate asked = entry.day("asked");
    LocalDate since = committed.day();
    if (asked.isAfter(since) || asked.isAfter(its)) {
      throw entry.finding(
          "says that it was asked on %s, but was committed to on %s".formatted(asked, since));
    }
    if (all.putIfAbsent(reference, new Followed(entry, committed.index())) != null) {
      throw entry.finding("opens " + Shown.of(reference) + " for the second time");
    }
    declarations.check(entry, committed.index());
  }

  void change(LogEntry entry) throws Finding {
    Followed feedback = find(entry);
    if (JUDGED.contains(entry.text("status")) && !feedback.isAnswered()) {
      throw entry.finding(
          "says how its sender judges an answer to %s, which has none".formatted(reference(entry)));
    }
    feedback.change(entry, declarations);
  }

  void respond(LogEntry entry, LocalDate its) throws Finding {
    Followed feedback = find(entry);
    feedback.requireInOrder(entry, its);
    feedback.respond(
        entry, its, texts.publish(entry, "response", "the response to " + reference(entry)));
  }

  void publishWords(LogEntry entry) throws Finding {
    Followed feedback = find(entry);
    if (feedback.hasWords()) {
      throw entry.finding("publishes the words of " + reference(entry) + " for the second time");
    }
    feedback.publishWords(texts.publish(entry, "words", "the words of " + reference(entry)));
  }

  /** Both texts stay. */
  void correct(LogEntry entry) throws Finding {
    entry.text("reason");
    if (!find(entry).correct(entry.hash("of"), entry.hash("to"))) {
      throw entry.finding("corrects what is no response to %s".formatted(reference(entry)));
    }
    texts.publish(entry, "to", "the corrected response to " + reference(entry));
  }

  void redact(LogEntry entry) throws Finding {
    entry.text("reason");
    Hash of = entry.hash("of");
    if (!find(entry).remove(of)) {
      throw entry.finding("removes what is no text about %s".formatted(reference(entry)));
    }
    texts.remove(of);
    removed++;
  }

  /** Its words are erased with it. */
  void withdraw(LogEntry entry) throws Finding {
    Followed feedback = find(entry);
    if (feedback.isWithdrawn()) {
      throw entry.finding("takes back " + reference(entry) + " for the second time");
    }
    feedback.withdraw().ifPresent(texts::remove);
  }

  void overdue(LogEntry entry, LocalDate its) throws Finding {
    Followed feedback = find(entry);
    if (!entry.day("due").isBefore(its)) {
      throw entry.finding("calls %s late before its day".formatted(reference(entry)));
    }
    feedback.overdue(its);
  }

  /** An entry that nobody here can read is about one of them, or about something else. */
  void lose(LogEntry entry) throws Finding {
    Followed feedback = entry.has("reference") ? all.get(entry.text("reference")) : null;
    if (feedback != null) {
      feedback.lose();
    }
  }

  /** Whether nobody waits for it any more. */
  boolean isWithdrawn(String reference) {
    Followed feedback = all.get(reference);
    return feedback != null && feedback.isWithdrawn();
  }

  int additions() {
    return additions;
  }

  /** Texts that were removed, each with its reason. */
  int removed() {
    return removed;
  }

  long answered() {
    return all.values().stream().filter(Followed::isAnswered).count();
  }

  long withdrawn() {
    return all.values().stream().filter(Followed::isWithdrawn).count();
  }

  /** By reference. */
  Map<String, Followed> byReference() {
    return Map.copyOf(all);
  }

  private static String reference(LogEntry entry) throws Finding {
    return Shown.of(entry.text("reference"));
  }
}
