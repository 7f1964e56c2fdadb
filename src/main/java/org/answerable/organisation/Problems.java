package org.answerable.organisation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** What is wrong with one file, gathered so that it can be told all at once. Not thread-safe. */
final class Problems {
  private final String file;
  private final List<Problem> found = new ArrayList<>();
  private final List<Problem> missing = new ArrayList<>();

  /**
   * @param file as the person who wrote it knows it
   */
  Problems(String file) {
    this.file = file;
  }

  /**
   * @param text what, and what to do; never a secret's value
   */
  void at(Node node, String text) {
    at(node.getStartMark(), text);
  }

  void at(Optional<Mark> mark, String text) {
    found.add(problem(mark, text));
  }

  /**
   * Something without which nobody may write in. The file can be used all the same: the line stays
   * closed, but in the demo.
   */
  void missing(Node node, String text) {
    missing.add(problem(node.getStartMark(), text));
  }

  /** A value that still waits for a person. */
  void standIn(ScalarNode node) {
    missing(node, "\"" + node.getValue() + "\" still waits for you; write your own here");
  }

  boolean none() {
    return found.isEmpty();
  }

  /** {@code file:line:column: what, and what to do}, from the top of the file down. */
  List<String> lines() {
    return lines(found);
  }

  /** What keeps the line closed, in the same form. */
  List<String> missing() {
    return lines(missing);
  }

  private List<String> lines(List<Problem> problems) {
    return problems.stream()
        .sorted(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column))
        .map(problem -> place(problem) + ": " + problem.text())
        .toList();
  }

  /** Where a value stands, as in a problem's line. */
  String place(Node node) {
    int line = node.getStartMark().map(Mark::getLine).orElse(0) + 1;
    return file + ":" + line;
  }

  /** The library counts from 0, editors from 1. */
  private static Problem problem(Optional<Mark> mark, String text) {
    return new Problem(
        mark.map(Mark::getLine).orElse(0) + 1, mark.map(Mark::getColumn).orElse(0) + 1, text);
  }

  private String place(Problem problem) {
    return file + ":" + problem.line() + ":" + problem.column();
  }

  private record Problem(int line, int column, String text) {}
}
