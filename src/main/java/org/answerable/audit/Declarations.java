package org.answerable.audit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.answerable.tlog.Hash;
import org.jspecify.annotations.Nullable;

/**
 * The rules that a log declares before they count, and whether what it opens follows from them.
 * What was committed to while some rules counted may be opened by those, or by any that came since:
 * a change does not reach back, and finds texts that wait.
 */
final class Declarations {
  /** For what leaders say about a priority. */
  private static final int ANSWER_WORKING_DAYS = 10;

  private final List<Declared<DeclaredDeadlines>> deadlines = new ArrayList<>();
  private final List<Declared<DeclaredRouting>> routings = new ArrayList<>();
  private final List<Declared<Hash>> words = new ArrayList<>();

  /** What counts from an entry on. */
  private record Declared<T>(long index, LocalDate day, T rules) {}

  /** Takes a change of the configuration; one of which it knows nothing changes nothing here. */
  void take(LogEntry entry, long index) throws Finding {
    LocalDate day = entry.day("day");
    switch (entry.text("what")) {
      case "deadlines" ->
          deadlines.add(new Declared<>(index, day, DeclaredDeadlines.of(declared(entry))));
      case "routing" ->
          routings.add(new Declared<>(index, day, DeclaredRouting.of(declared(entry))));
      case "words" -> words.add(new Declared<>(index, day, entry.hash("hash")));
      default -> {}
    }
  }

  private static LogEntry declared(LogEntry entry) throws Finding {
    LogEntry declared =
        entry.within("declared").orElseThrow(() -> entry.finding("declares nothing"));
    if (!declared.hash().equals(entry.hash("hash"))) {
      throw entry.finding("declares something else than its hash is of");
    }
    return declared;
  }

  /**
   * @param committed the index of the commitment that is opened
   */
  void check(LogEntry opened, long committed) throws Finding {
    String topic = opened.text("topic");
    checkDue(opened, opened.day("asked"), opened.dayIfAny("due").orElse(null), committed);
    require(
        opened,
        "goes to ",
        opened.text("role"),
        since(routings, committed).map(rules -> rules.role(topic).orElse("nobody in public")));
  }

  /** Of what an entry says, asked on a day and due on another. */
  void checkDue(LogEntry entry, LocalDate asked, @Nullable LocalDate due, long committed)
      throws Finding {
    String topic = entry.text("topic");
    String kind = entry.text("kind");
    require(
        entry,
        "is due on ",
        dueOn(due),
        since(deadlines, committed).map(rules -> dueOn(rules.due(asked, kind, topic))));
  }

  /** Of what did not help, and waits again from the entry's day on. */
  void checkDisputed(LogEntry disputed, LocalDate due, long committed) throws Finding {
    LocalDate day = disputed.day("day");
    require(
        disputed,
        "is due on ",
        dueOn(due),
        since(deadlines, committed).map(rules -> dueOn(rules.disputed(day))));
  }

  /** Leaders answer for what a vote chose within working days, as everything else. */
  void checkAnswerBy(LogEntry tally) throws Finding {
    LocalDate day = tally.day("day");
    Optional<LocalDate> by = tally.dayIfAny("answerBy");
    if (by.isPresent()) {
      require(
          tally,
          "lets leaders answer until ",
          by.get().toString(),
          deadlines.stream()
              .map(declared -> declared.rules.after(day, ANSWER_WORKING_DAYS).toString()));
    }
  }

  /** How many supporters a proposal needs is as it was declared once: a number may have changed. */
  void support(LogEntry echoed) throws Finding {
    if (echoed.has("wanted")) {
      require(
          echoed,
          "wants supporters: ",
          String.valueOf(echoed.number("wanted")),
          routings.stream()
              .map(declared -> declared.rules.support())
              .filter(support -> support > 0)
              .map(String::valueOf));
    }
  }

  private static String dueOn(@Nullable LocalDate day) {
    return day == null ? "no day" : day.toString();
  }

  /**
   * @param declared what it can be; nothing: no rule was declared yet
   */
  private static void require(LogEntry opened, String says, String it, Stream<String> declared)
      throws Finding {
    Set<String> all = declared.collect(Collectors.toCollection(LinkedHashSet::new));
    if (!all.isEmpty() && !all.contains(it)) {
      throw opened.finding(
          "%s%s, but what was declared before says: %s"
              .formatted(says, Shown.of(it), Shown.of(String.join(", ", all))));
    }
  }

  /** What counted at an entry, and all that came since; none: it stands before the first. */
  private static <T> Stream<T> since(List<Declared<T>> all, long index) {
    int from = all.size();
    while (from > 0 && all.get(from - 1).index > index) {
      from--;
    }
    return from == 0
        ? Stream.empty()
        : all.subList(from - 1, all.size()).stream().map(Declared::rules);
  }

  /** What was found, for people. */
  List<String> summary() {
    List<String> said = new ArrayList<>();
    tell("deadlines", deadlines, said);
    tell("routing", routings, said);
    tell("word lists", words, said);
    if (!words.isEmpty()) {
      said.add("The hash of its word lists: %s.".formatted(words.getLast().rules));
    }
    if (deadlines.isEmpty() || routings.isEmpty() || words.isEmpty()) {
      said.add("It does not declare all its rules: nothing was compared with the others.");
    }
    return said;
  }

  private static void tell(String what, List<? extends Declared<?>> all, List<String> said) {
    if (all.isEmpty()) {
      return;
    }
    Declared<?> first = all.getFirst();
    Declared<?> last = all.getLast();
    said.add(
        all.size() == 1
            ? "Its %s: declared with entry %d, and never changed.".formatted(what, first.index)
            : "Its %s: declared with entry %d; changes since: %d, the last on %s with entry %d."
                .formatted(what, first.index, all.size() - 1, last.day, last.index));
  }
}
