package org.answerable.intake.words;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.Node;

/** What is wrong with one file, gathered so that it can be told all at once. Not thread-safe. */
final class ListProblems {
  private final String file;
  private final List<Problem> found = new ArrayList<>();

  ListProblems(String file) {
    this.file = file;
  }

  private record Problem(int line, int column, String text) {}

  /**
   * @param text what, and what to do
   */
  void at(Node node, String text) {
    at(node.getStartMark(), text);
  }

  void at(Optional<Mark> mark, String text) {
    // The library counts from 0, editors from 1.
    int line = mark.map(Mark::getLine).orElse(0) + 1;
    int column = mark.map(Mark::getColumn).orElse(0) + 1;
    found.add(new Problem(line, column, text));
  }

  boolean none() {
    return found.isEmpty();
  }

  /** {@code file:line:column: what, and what to do}, from the top of the file down. */
  List<String> lines() {
    return found.stream()
        .sorted(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column))
        .map(one -> file + ":" + one.line + ":" + one.column + ": " + one.text)
        .toList();
  }
}
