package org.answerable.poll;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.answerable.poll.BallotRead.Fault;

/**
 * A vote that is built button by button: each press is a whole vote, what was chosen so far and
 * this. A choice that is pressed again is taken back, but the last one; of points each press gives
 * one more.
 */
public final class BallotTap {
  private BallotTap() {}

  /**
   * The vote after a press.
   *
   * @param line what was chosen so far; empty: nothing
   * @param option the button's number
   */
  public static BallotRead of(Form form, String line, int option) {
    return switch (form) {
      case ONE -> new BallotRead.Vote(String.valueOf(option));
      case SOME, BUDGET -> some(line, option);
      case ORDER -> order(line, option);
      case POINTS -> points(line, option);
    };
  }

  private static BallotRead some(String line, int option) {
    Set<Integer> chosen = new TreeSet<>();
    ranks(line).forEach(chosen::addAll);
    if (!chosen.remove(option) || chosen.isEmpty()) {
      chosen.add(option);
    }
    return new BallotRead.Vote(BallotLine.ofRanks(List.of(chosen)));
  }

  private static BallotRead order(String line, int option) {
    List<List<Integer>> ranks = new ArrayList<>();
    boolean there = false;
    for (List<Integer> rank : ranks(line)) {
      there |= rank.contains(option);
      ranks.add(rank.stream().filter(one -> one != option).toList());
    }
    ranks.removeIf(List::isEmpty);
    if (!there || ranks.isEmpty()) {
      ranks.add(List.of(option));
    }
    return new BallotRead.Vote(BallotLine.ofRanks(ranks));
  }

  private static BallotRead points(String line, int option) {
    SortedMap<Integer, Integer> points = line.isEmpty() ? new TreeMap<>() : BallotLine.points(line);
    points.merge(option, 1, Integer::sum);
    int sum = points.values().stream().mapToInt(Integer::intValue).sum();
    return sum > PollLimits.POINTS
        ? new BallotRead.Wrong(Fault.TOO_MANY_POINTS, String.valueOf(sum))
        : new BallotRead.Vote(BallotLine.ofPoints(points));
  }

  private static List<List<Integer>> ranks(String line) {
    return line.isEmpty() ? List.of() : BallotLine.ranks(line);
  }

  /**
   * What a vote says of each option, to stand behind its name on a button: its place, its points,
   * or nothing.
   *
   * @param line empty: there is no vote
   */
  public static List<String> marks(String line, int options) {
    List<String> marks = new ArrayList<>(Collections.nCopies(options, ""));
    if (line.isEmpty()) {
      return marks;
    }
    if (BallotLine.isPoints(line)) {
      BallotLine.points(line)
          .forEach((option, points) -> marks.set(option - 1, " (" + points + ")"));
      return marks;
    }
    List<List<Integer>> ranks = BallotLine.ranks(line);
    for (int place = 0; place < ranks.size(); place++) {
      for (int option : ranks.get(place)) {
        marks.set(option - 1, " (" + (ranks.size() == 1 ? "x" : place + 1) + ")");
      }
    }
    return marks;
  }
}
