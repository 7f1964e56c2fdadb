package org.answerable.audit;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What polls made leaders answer for: each priority once, and late after its day only. */
final class Priorities {
  private final Map<String, Duty> duties = new HashMap<>();

  /** What a count obliges to. */
  private static final class Duty {
    private final Set<Integer> chosen = new HashSet<>();
    private final LocalDate by;
    private final Set<Integer> answered = new HashSet<>();
    private final Set<Integer> overdue = new HashSet<>();

    Duty(LocalDate by) {
      this.by = by;
    }
  }

  /** Whether a reference is that of a poll with priorities. */
  boolean has(String reference) {
    return duties.containsKey(reference);
  }

  /** Of a tally. */
  void count(LogEntry entry) throws Finding {
    LocalDate by = entry.dayIfAny("answerBy").orElse(null);
    JsonNode winners = entry.json().get("winners");
    if (by != null && winners != null) {
      var duty = new Duty(by);
      winners.forEach(one -> duty.chosen.add(one.asInt()));
      duties.put(entry.text("reference"), duty);
    }
  }

  void answer(LogEntry entry) throws Finding {
    if (!find(entry).answered.add(option(entry))) {
      throw entry.finding("answers a priority for the second time");
    }
  }

  void overdue(LogEntry entry, LocalDate its) throws Finding {
    Duty duty = find(entry);
    int option = option(entry);
    if (!entry.day("due").equals(duty.by) || !duty.by.isBefore(its)) {
      throw entry.finding("calls a priority late before its day, or names another one");
    }
    if (duty.answered.contains(option) || !duty.overdue.add(option)) {
      throw entry.finding("calls a priority late that was answered, or called so before");
    }
  }

  private static int option(LogEntry entry) throws Finding {
    return entry.number("option");
  }

  private Duty find(LogEntry entry) throws Finding {
    Duty duty = duties.get(entry.text("reference"));
    if (duty == null || !duty.chosen.contains(option(entry))) {
      throw entry.finding("is about a priority that no vote chose before it");
    }
    return duty;
  }
}
