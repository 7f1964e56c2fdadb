package org.answerable.ballot.report;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.answerable.ballot.BudgetPoll;
import org.answerable.ballot.Candidate;
import org.answerable.ballot.Project;
import org.answerable.ballot.RankedPoll;

/**
 * What candidates or projects are called, by their numbers.
 *
 * @param keys what the file calls them: a candidate's number, a project's id
 * @param names what people call them
 */
record Names(List<String> keys, List<String> names) {
  static Names of(RankedPoll poll) {
    return new Names(
        poll.candidates().stream().map(Candidate::number).map(String::valueOf).toList(),
        poll.candidates().stream().map(Candidate::name).toList());
  }

  static Names of(BudgetPoll poll) {
    return new Names(
        poll.projects().stream().map(Project::id).toList(),
        poll.projects().stream().map(Project::name).toList());
  }

  String key(int number) {
    return keys.get(number - 1);
  }

  /** The name and, where it says more, the key. */
  String label(int number) {
    String name = printable(names.get(number - 1));
    String key = printable(key(number));
    return name.isBlank() || name.equals(key) ? key : name + " (" + key + ")";
  }

  /** All of them, as in "Ann (1), Ben (2) and Cat (3)". */
  String all(Collection<Integer> numbers) {
    List<String> labels = numbers.stream().map(this::label).toList();
    return labels.size() < 2
        ? String.join("", labels)
        : labels.stream().limit(labels.size() - 1L).collect(Collectors.joining(", "))
            + " and "
            + labels.getLast();
  }

  /** Without what could steer the reader's terminal. */
  static String printable(String text) {
    return text.codePoints()
        .filter(
            point -> !Character.isISOControl(point) && Character.getType(point) != Character.FORMAT)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString()
        .strip();
  }
}
