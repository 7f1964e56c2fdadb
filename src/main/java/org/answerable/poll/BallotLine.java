package org.answerable.poll;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.answerable.ballot.Ballot;

/**
 * A ballot as a line that people can read: options' numbers, best first, {@code 3 1=2}; or the
 * points of each, {@code 1:5 2:3}.
 */
public final class BallotLine {
  private BallotLine() {}

  public static String of(Ballot ballot) {
    return ofRanks(ballot.ranks());
  }

  /** Those of one rank in the order of their numbers. */
  public static String ofRanks(List<? extends Iterable<Integer>> ranks) {
    return ranks.stream()
        .map(
            rank -> {
              Set<Integer> sorted = new TreeSet<>();
              rank.forEach(sorted::add);
              return sorted.stream().map(String::valueOf).collect(Collectors.joining("="));
            })
        .collect(Collectors.joining(" "));
  }

  /**
   * @param points of each option's number, from 1; one without points is not there
   */
  public static String ofPoints(Map<Integer, Integer> points) {
    return new TreeMap<>(points)
        .entrySet().stream()
            .map(one -> one.getKey() + ":" + one.getValue())
            .collect(Collectors.joining(" "));
  }

  /** Whether a line shares points among options. */
  public static boolean isPoints(String line) {
    return line.indexOf(':') >= 0;
  }

  /** Options' numbers from the best rank to the last, of a line that ranks. */
  public static List<List<Integer>> ranks(String line) {
    return Arrays.stream(line.split(" "))
        .map(rank -> Arrays.stream(rank.split("=")).map(Integer::valueOf).toList())
        .toList();
  }

  /** Each option's points, of a line that shares points. */
  public static SortedMap<Integer, Integer> points(String line) {
    SortedMap<Integer, Integer> points = new TreeMap<>();
    for (String one : line.split(" ")) {
      String[] parts = one.split(":");
      points.put(Integer.valueOf(parts[0]), Integer.valueOf(parts[1]));
    }
    return points;
  }

  /** The ballots that a line is counted as; points are one for each option that has some. */
  public static List<Ballot> ballots(String line, long copies) {
    return isPoints(line)
        ? points(line).entrySet().stream()
            .map(one -> Ballot.of(Math.multiplyExact(copies, one.getValue()), one.getKey()))
            .toList()
        : List.of(Ballot.ranked(copies, ranks(line)));
  }

  /** Those that stand highest on a line. */
  public static Set<Integer> highest(String line) {
    if (!isPoints(line)) {
      return Set.copyOf(ranks(line).getFirst());
    }
    SortedMap<Integer, Integer> points = points(line);
    int most = Collections.max(points.values());
    return points.keySet().stream()
        .filter(option -> most == points.getOrDefault(option, 0))
        .collect(Collectors.toSet());
  }
}
