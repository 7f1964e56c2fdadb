package org.answerable.ballot;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;

/** Finds in the steps of a count what decided against somebody. */
final class Losses {
  private Losses() {}

  static Loss of(Tally tally, int loser) {
    if (tally.outcome().winners().contains(loser)) {
      throw new IllegalArgumentException(loser + " was chosen");
    }
    return switch (tally) {
      case Tally.Scores scores -> byTie(scores, loser).orElseGet(() -> fewer(scores, loser));
      case Tally.Stages stages -> inStages(stages, loser);
      case Tally.Paths paths -> byTie(paths, loser).orElseGet(() -> beaten(paths, loser));
      case Tally.Locked locked -> byTie(locked, loser).orElseGet(() -> beaten(locked, loser));
      case Tally.Purchases purchases -> notFunded(purchases, loser);
    };
  }

  /** Where only the tie order stood between an option and a seat. */
  private static Optional<Loss> byTie(Tally tally, int loser) {
    return tally.outcome().ties().stream()
        .filter(tie -> tie.question() == TieBreak.Question.SEAT && tie.tied().contains(loser))
        .findFirst()
        .map(tie -> new Loss.ByTieOrder(tie.chosen()));
  }

  private static Loss fewer(Tally.Scores tally, int loser) {
    int last = tally.outcome().winners().getLast();
    return new Loss.FewerVotes(at(tally.scores(), loser), last, at(tally.scores(), last));
  }

  private static Loss inStages(Tally.Stages tally, int loser) {
    for (int stage = 1; stage < tally.stages().size(); stage++) {
      if (tally.stages().get(stage).action()
              instanceof Stage.Action.Exclusion(int candidate, BigDecimal votes)
          && candidate == loser) {
        return new Loss.Excluded(stage, votes, next(tally.stages().get(stage - 1), loser));
      }
    }
    return new Loss.Unseated(at(tally.stages().getLast().totals(), loser), tally.quota());
  }

  private static Optional<Loss.Standing> next(Stage before, int loser) {
    BigDecimal own = at(before.totals(), loser);
    return before.totals().entrySet().stream()
        .filter(other -> other.getKey() != loser && other.getValue().compareTo(own) >= 0)
        .min(
            Map.Entry.<Integer, BigDecimal>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
        .map(other -> new Loss.Standing(other.getKey(), other.getValue()));
  }

  private static Loss beaten(Tally.Paths tally, int loser) {
    Pairs pairs = tally.pairs();
    Pairs strengths = tally.strengths();
    int winner = beater(tally, loser, (a, b) -> strengths.prefer(a, b) > strengths.prefer(b, a));
    long there = strengths.prefer(winner, loser);
    List<Integer> way =
        way(
            pairs.standing(),
            winner,
            loser,
            (a, b) -> pairs.prefer(a, b) > pairs.prefer(b, a) && pairs.prefer(a, b) >= there);
    return new Loss.Beaten(
        way,
        links(way, pairs),
        pairs.prefer(loser, winner),
        Optional.of(strengths.prefer(loser, winner)));
  }

  private static Loss beaten(Tally.Locked tally, int loser) {
    Pairs pairs = tally.pairs();
    int numbers = pairs.standing().getLast() + 1;
    boolean[][] locked = new boolean[numbers][numbers];
    tally.majorities().stream()
        .filter(Tally.Majority::locked)
        .forEach(one -> locked[one.winner()][one.loser()] = true);
    BiPredicate<Integer, Integer> isLocked = (a, b) -> locked[a][b];
    int winner = beater(tally, loser, (a, b) -> !way(pairs.standing(), a, b, isLocked).isEmpty());
    List<Integer> way = way(pairs.standing(), winner, loser, isLocked);
    return new Loss.Beaten(way, links(way, pairs), pairs.prefer(loser, winner), Optional.empty());
  }

  private static Loss notFunded(Tally.Purchases tally, int loser) {
    return tally.refusals().stream()
        .filter(refusal -> refusal.project() == loser)
        .findFirst()
        .map(Loss.NotFunded::new)
        .orElseThrow(() -> new IllegalArgumentException("no project " + loser));
  }

  /** The highest in the ranking who beats somebody. */
  private static int beater(Tally tally, int loser, BiPredicate<Integer, Integer> beats) {
    return tally.outcome().ranking().stream()
        .flatMap(List::stream)
        .filter(other -> other != loser && beats.test(other, loser))
        .findFirst()
        .orElseThrow();
  }

  private static List<Long> links(List<Integer> way, Pairs pairs) {
    return IntStream.range(1, way.size())
        .mapToObj(place -> pairs.prefer(way.get(place - 1), way.get(place)))
        .toList();
  }

  /** The shortest way by links; empty if there is none. */
  private static List<Integer> way(
      List<Integer> standing, int from, int to, BiPredicate<Integer, Integer> link) {
    Map<Integer, Integer> cameFrom = new HashMap<>(Map.of(from, from));
    Deque<Integer> next = new ArrayDeque<>(List.of(from));
    while (!next.isEmpty() && !cameFrom.containsKey(to)) {
      int at = next.remove();
      for (int other : standing) {
        if (!cameFrom.containsKey(other) && link.test(at, other)) {
          cameFrom.put(other, at);
          next.add(other);
        }
      }
    }
    List<Integer> way = new ArrayList<>();
    for (Integer at = cameFrom.containsKey(to) ? to : null; at != null; ) {
      way.addFirst(at);
      at = at == from ? null : cameFrom.get(at);
    }
    return way;
  }

  private static BigDecimal at(Map<Integer, BigDecimal> totals, int number) {
    return Objects.requireNonNull(totals.get(number), "all have a total");
  }
}
