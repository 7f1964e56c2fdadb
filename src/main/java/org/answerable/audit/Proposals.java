package org.answerable.audit;

import static java.util.Comparator.comparing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * What members proposed. Once as many support one as the entry itself wants, each poll of which
 * priorities come names it, as an option or with the reason why it is left out, until one decides
 * about it.
 */
final class Proposals {
  /** Of an announcement: those that are no option, with reasons. */
  static final String LEFT_OUT = "leftOut";

  /** Support is told in steps of so many. */
  private static final int STEP = 10;

  /** So many days they are due. */
  private static final int DAYS_DUE = 365;

  /** As many are due at a time: the first of them. */
  private static final int DUE = 100;

  /** A poll may have been agreed to before the entry of the day before was in order. */
  private static final int DAYS_BETWEEN = 1;

  private final Map<String, Due> all = new HashMap<>();

  /** One that enough support. */
  private static final class Due {
    private final String reference;
    private final LocalDate supported;
    private final Set<String> polls = new HashSet<>();
    private LocalDate since;
    private boolean withdrawn;

    Due(String reference, LocalDate day) {
      this.reference = reference;
      this.supported = day;
      this.since = day;
    }

    boolean isOn(LocalDate day) {
      return polls.isEmpty() && !withdrawn && !supported.isBefore(day.minusDays(DAYS_DUE));
    }
  }

  void support(LogEntry entry, boolean isProposal) throws Finding {
    if (entry.has("wanted") != isProposal) {
      throw entry.finding("says of a proposal not how many it needs, or says so of something else");
    }
    if (!isProposal) {
      return;
    }
    int wanted = entry.number("wanted");
    if (wanted < STEP || wanted % STEP != 0) {
      throw entry.finding("wants support that is never told");
    }
    if (entry.number("count") >= wanted) {
      String reference = entry.text("reference");
      all.putIfAbsent(reference, new Due(reference, entry.day("day")));
    }
  }

  void withdraw(LogEntry entry) throws Finding {
    Due due = all.get(entry.text("reference"));
    if (due != null) {
      due.withdrawn = true;
    }
  }

  void announce(LogEntry entry) throws Finding {
    LocalDate its = entry.day("day");
    Set<String> named = new HashSet<>();
    List<Due> options = new ArrayList<>();
    for (LogEntry option : entry.each("options")) {
      if (option.has("proposal")) {
        options.add(find(entry, option.text("proposal"), named));
      }
    }
    for (LogEntry one : entry.eachIfAny(LEFT_OUT)) {
      find(entry, one.text("reference"), named);
    }
    if (!takes(entry) && !named.isEmpty()) {
      throw entry.finding("decides about proposals, though nobody answers for what comes of it");
    }
    Optional<Due> passed = takes(entry) ? passedOver(its, named) : Optional.empty();
    if (passed.isPresent()) {
      throw entry.finding(
          "passes over %s, which was due since %s: it is no option, and nothing says why"
              .formatted(Shown.of(passed.get().reference), passed.get().since));
    }
    for (Due option : options) {
      option.polls.add(entry.text("reference"));
    }
  }

  /** Where priorities come of it, and nobody is elected. */
  private static boolean takes(LogEntry entry) throws Finding {
    JsonNode election = entry.json().get("election");
    boolean elects = election != null && election.asBoolean();
    return entry.has("priorities") && entry.number("priorities") > 0 && !elects;
  }

  private Due find(LogEntry entry, String reference, Set<String> named) throws Finding {
    Due due = all.get(reference);
    if (due == null) {
      throw entry.finding(
          "names %s as a proposal, which not enough had supported before it"
              .formatted(Shown.of(reference)));
    }
    if (!named.add(reference)) {
      throw entry.finding("names the proposal %s twice".formatted(Shown.of(reference)));
    }
    return due;
  }

  private Optional<Due> passedOver(LocalDate its, Set<String> named) {
    return all.values().stream()
        .filter(one -> one.isOn(its))
        .sorted(comparing((Due one) -> one.supported).thenComparing(one -> one.reference))
        .limit(DUE)
        .filter(one -> one.since.plusDays(DAYS_BETWEEN).isBefore(its))
        .filter(one -> !named.contains(one.reference))
        .findFirst();
  }

  /** It decided about none: they are due again, but for what another poll has as an option. */
  void cancel(LogEntry entry) throws Finding {
    String poll = entry.text("reference");
    LocalDate its = entry.day("day");
    for (Due due : all.values()) {
      if (due.polls.remove(poll)) {
        due.since = its;
      }
    }
  }
}
