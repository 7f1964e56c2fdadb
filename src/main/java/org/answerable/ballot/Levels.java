package org.answerable.ballot;

import java.util.ArrayList;
import java.util.List;

/** Ranks by levels: all whom nobody beats, then all whom nobody of the rest beats, and so on. */
final class Levels {
  /** Whether one candidate beats another; has no cycles. */
  @FunctionalInterface
  interface Beats {
    boolean test(int winner, int loser);
  }

  private Levels() {}

  /** From the best level to the last. Time: the square of the candidates. */
  static List<List<Integer>> of(List<Integer> standing, int arraySize, Beats beats) {
    int[] beaters = new int[arraySize];
    for (int winner : standing) {
      addBeaten(standing, winner, beats, beaters, 1);
    }
    List<List<Integer>> levels = new ArrayList<>();
    List<Integer> left = standing;
    while (!left.isEmpty()) {
      List<Integer> unbeaten = left.stream().filter(number -> beaters[number] == 0).toList();
      List<Integer> rest = left.stream().filter(number -> beaters[number] > 0).toList();
      if (unbeaten.isEmpty()) {
        throw new IllegalArgumentException("the relation has a cycle");
      }
      levels.add(unbeaten);
      for (int gone : unbeaten) {
        addBeaten(rest, gone, beats, beaters, -1);
      }
      left = rest;
    }
    return levels;
  }

  private static void addBeaten(
      List<Integer> losers, int winner, Beats beats, int[] beaters, int change) {
    for (int loser : losers) {
      if (beats.test(winner, loser)) {
        beaters[loser] += change;
      }
    }
  }
}
