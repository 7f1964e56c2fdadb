package org.answerable.ballot;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;

/** What the methods that give scores share: the highest wins, equal scores share a level. */
final class Scoring {
  private Scoring() {}

  static Map<Integer, BigDecimal> scores(Papers papers, IntFunction<BigDecimal> scoreOf) {
    Map<Integer, BigDecimal> scores = new HashMap<>();
    papers.standing().forEach(number -> scores.put(number, scoreOf.apply(number)));
    return scores;
  }

  static Tally.Scores tally(Papers papers, Map<Integer, BigDecimal> scores) {
    if (papers.areBlank()) {
      return new Tally.Scores(Outcome.none(papers), scores);
    }
    Map<BigDecimal, List<Integer>> levels = new TreeMap<>(Comparator.reverseOrder());
    scores.forEach(
        (number, score) -> levels.computeIfAbsent(score, level -> new ArrayList<>()).add(number));
    return new Tally.Scores(
        Outcome.seating(papers, List.copyOf(levels.values()), List.of()), scores);
  }
}
