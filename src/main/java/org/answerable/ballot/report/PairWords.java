package org.answerable.ballot.report;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.answerable.ballot.Outcome;
import org.answerable.ballot.Pairs;
import org.answerable.ballot.Tally;

/** Schulze and ranked pairs in words. */
final class PairWords {
  /** Candidates up to which all pairs are listed; beyond, nobody would read them. */
  private static final int LISTED_MAX = 12;

  private PairWords() {}

  static List<String> steps(Pairs pairs, Names names) {
    List<String> lines = new ArrayList<>();
    if (pairs.standing().size() > LISTED_MAX) {
      return lines;
    }
    lines.add("");
    lines.add("One against one:");
    for (int a : pairs.standing()) {
      for (int b : pairs.standing()) {
        if (a < b) {
          lines.add("  " + duel(pairs, a, b, names));
        }
      }
    }
    return lines;
  }

  static List<String> steps(Tally.Locked tally, Names names) {
    List<String> lines = new ArrayList<>(steps(tally.pairs(), names));
    if (tally.pairs().standing().size() > LISTED_MAX) {
      return lines;
    }
    lines.add("");
    lines.add("Majorities, from the strongest:");
    for (Tally.Majority majority : tally.majorities()) {
      lines.add(
          "  "
              + names.label(majority.winner())
              + " over "
              + names.label(majority.loser())
              + ", "
              + majority.votes()
              + " to "
              + majority.against()
              + (majority.locked() ? "" : ": not counted, the ones before say the contrary"));
    }
    return lines;
  }

  private static String duel(Pairs pairs, int a, int b, Names names) {
    int first = pairs.prefer(a, b) >= pairs.prefer(b, a) ? a : b;
    int second = first == a ? b : a;
    return pairs.prefer(first, second)
        + " prefer "
        + names.label(first)
        + " to "
        + names.label(second)
        + ", "
        + pairs.prefer(second, first)
        + " the other way round";
  }

  static String why(Tally.Paths tally, int loser, Names names) {
    return Report.lostByTie(tally.outcome(), loser, names)
        .orElseGet(() -> beaten(tally, loser, names));
  }

  private static String beaten(Tally.Paths tally, int loser, Names names) {
    Pairs pairs = tally.pairs();
    Pairs strengths = tally.strengths();
    Optional<Integer> beater =
        beater(tally.outcome(), loser, (a, b) -> strengths.prefer(a, b) > strengths.prefer(b, a));
    int winner = beater.orElseThrow();
    long there = strengths.prefer(winner, loser);
    long back = strengths.prefer(loser, winner);
    List<Integer> path =
        path(
            pairs.standing(),
            winner,
            loser,
            (a, b) -> pairs.prefer(a, b) > pairs.prefer(b, a) && pairs.prefer(a, b) >= there);
    String how =
        path.size() == 2
            ? direct(pairs, winner, loser, names)
            : " is beaten by "
                + names.label(winner)
                + " on the way "
                + chain(path, pairs, names)
                + ", whose weakest link is "
                + there;
    return how + (back == 0 ? "." : "; the strongest way back has only " + back + ".");
  }

  static String why(Tally.Locked tally, int loser, Names names) {
    return Report.lostByTie(tally.outcome(), loser, names)
        .orElseGet(() -> beaten(tally, loser, names));
  }

  private static String beaten(Tally.Locked tally, int loser, Names names) {
    Pairs pairs = tally.pairs();
    boolean[][] locked = new boolean[names.keys().size() + 1][names.keys().size() + 1];
    tally.majorities().stream()
        .filter(Tally.Majority::locked)
        .forEach(majority -> locked[majority.winner()][majority.loser()] = true);
    BiPredicate<Integer, Integer> isLocked = (a, b) -> locked[a][b];
    Optional<Integer> beater =
        beater(tally.outcome(), loser, (a, b) -> !path(pairs.standing(), a, b, isLocked).isEmpty());
    int winner = beater.orElseThrow();
    List<Integer> path = path(pairs.standing(), winner, loser, isLocked);
    return path.size() == 2
        ? direct(pairs, winner, loser, names) + "."
        : " is below "
            + names.label(winner)
            + " by the locked majorities "
            + chain(path, pairs, names)
            + ".";
  }

  private static String direct(Pairs pairs, int winner, int loser, Names names) {
    return " is beaten by " + names.label(winner) + ": " + duel(pairs, winner, loser, names);
  }

  /** The highest in the ranking who beats somebody. */
  private static Optional<Integer> beater(
      Outcome outcome, int loser, BiPredicate<Integer, Integer> beats) {
    return outcome.ranking().stream()
        .flatMap(List::stream)
        .filter(other -> other != loser && beats.test(other, loser))
        .findFirst();
  }

  /** The shortest way by links; empty if there is none. */
  static List<Integer> path(
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
    List<Integer> path = new ArrayList<>();
    for (Integer at = cameFrom.containsKey(to) ? to : null; at != null; ) {
      path.addFirst(at);
      at = at == from ? null : cameFrom.get(at);
    }
    return path;
  }

  private static String chain(List<Integer> path, Pairs pairs, Names names) {
    return names.label(path.getFirst())
        + path.stream()
            .skip(1)
            .map(
                number ->
                    " > "
                        + names.label(number)
                        + " ["
                        + pairs.prefer(path.get(path.indexOf(number) - 1), number)
                        + "]")
            .collect(Collectors.joining());
  }
}
