package org.answerable.organisation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Whether people may write to an organisation. One that could not tell somebody in danger whom to
 * call, or has nobody trained to read, keeps its line closed; all else of it works. The demo's
 * lines are open.
 */
public final class Lines {
  private final boolean demo;
  private final Map<String, List<String>> missing;
  private final Map<String, List<CheckedNumber>> numbers;
  private final List<LineCondition> conditions;

  /**
   * @param demo whether {@code answerable.demo} is on
   * @param missing what each organisation's file lacks
   * @param numbers those of each organisation's file
   */
  public Lines(
      boolean demo,
      Map<String, List<String>> missing,
      Map<String, List<CheckedNumber>> numbers,
      List<LineCondition> conditions) {
    this.demo = demo;
    this.missing = Map.copyOf(missing);
    this.numbers = Map.copyOf(numbers);
    this.conditions = List.copyOf(conditions);
  }

  public boolean isOpen(Organisation organisation) {
    return missing(organisation).isEmpty();
  }

  /** Why the line is closed, each with what to do; nothing where it is open. */
  public List<String> missing(Organisation organisation) {
    if (demo) {
      return List.of();
    }
    var all = new ArrayList<>(missing.getOrDefault(organisation.id(), List.of()));
    conditions.forEach(condition -> all.addAll(condition.missing(organisation)));
    return List.copyOf(all);
  }

  /** Numbers that nobody has called for long. Those of a demo organisation are nobody's. */
  public List<CheckedNumber> toCall(Organisation organisation, LocalDate today) {
    return numbers.getOrDefault(organisation.id(), List.of()).stream()
        .filter(number -> !organisation.demo() && !StandIn.is(number.hotline().number()))
        .filter(number -> number.isDue(today))
        .toList();
  }
}
