package org.answerable.poll.web;

import java.util.List;
import java.util.Map;
import org.answerable.leader.Problem;

/**
 * What a leader typed about one priority, and what is wrong with it.
 *
 * @param option whose form it is; 0: none was sent
 */
public record PriorityForm(int option, Map<String, String> typed, List<Problem> problems) {
  static final PriorityForm EMPTY = new PriorityForm(0, Map.of(), List.of());

  public PriorityForm {
    typed = Map.copyOf(typed);
    problems = List.copyOf(problems);
  }

  static PriorityForm moved(int option) {
    var faster =
        new Problem("priority-" + option, "Somebody was faster: see what stands there now.");
    return new PriorityForm(option, Map.of(), List.of(faster));
  }

  /** What was typed into the form of an option. */
  public String typed(int of, String name) {
    return of == option ? typed.getOrDefault(name, "") : "";
  }

  /** The problems, as links to that form's own fields. */
  public List<Problem> linked() {
    return problems.stream()
        .map(
            one ->
                one.field().startsWith("priority-")
                    ? one
                    : new Problem(one.field() + "-" + option, one.text()))
        .toList();
  }

  @Override
  public String toString() {
    return "PriorityForm[redacted]";
  }
}
