package org.answerable.audit;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.answerable.tlog.Hash;

/** What was promised, and to whom feedbacks were referred: each kept once, and late once. */
final class Promises {
  /** The sweep comes daily, and what it writes waits for a slot. */
  private static final int DAYS_SILENT = 2;

  private final Map<Hash, Made> made = new HashMap<>();

  /** A promise, or a referral. */
  private static final class Made {
    private final String reference;
    private final String field;
    private final LocalDate due;
    private boolean kept;
    private boolean missed;

    Made(String reference, String field, LocalDate due) {
      this.reference = reference;
      this.field = field;
      this.due = due;
    }
  }

  /**
   * @param entry the response that promises
   * @param field where entries name it: {@code what}, or {@code body} of a referral
   */
  void make(LogEntry entry, String field, Hash hash, LocalDate due, LocalDate its) throws Finding {
    if (due.isBefore(its)) {
      throw entry.finding("promises something for a day that was over");
    }
    made.put(hash, new Made(entry.text("reference"), field, due));
  }

  void keep(LogEntry entry, String field) throws Finding {
    Made one = find(entry, field);
    if (one.kept) {
      throw entry.finding("says for the second time what became of a promise");
    }
    one.kept = true;
  }

  void miss(LogEntry entry, String field, LocalDate its) throws Finding {
    Made one = find(entry, field);
    if (one.kept || one.missed) {
      throw entry.finding("calls a promise late that was kept, or called so before");
    }
    if (!entry.day("due").equals(one.due) || !one.due.isBefore(its)) {
      throw entry.finding("calls a promise late before its day, or names another one");
    }
    one.missed = true;
  }

  /**
   * Those whose day was over by some days, and of which no entry says what became of them.
   *
   * @param withdrawn whether nobody waits for them any more, by reference
   */
  long unsaid(LocalDate day, Predicate<String> withdrawn) {
    return made.values().stream()
        .filter(one -> !one.kept && !one.missed && !withdrawn.test(one.reference))
        .filter(one -> one.due.plusDays(DAYS_SILENT).isBefore(day))
        .count();
  }

  private Made find(LogEntry entry, String field) throws Finding {
    Made one = made.get(entry.hash(field));
    if (one == null || !one.field.equals(field) || !one.reference.equals(entry.text("reference"))) {
      throw entry.finding("is about a promise that was not made before it");
    }
    return one;
  }
}
