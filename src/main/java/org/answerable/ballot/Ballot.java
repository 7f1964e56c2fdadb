package org.answerable.ballot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * One ballot, or several that say the same. Ranks hold one candidate, or several that share it;
 * whoever is not mentioned is below all ranks. An approval is a ballot of one shared rank.
 *
 * <p>A poll has a hundred thousand of these, so a ballot is one array: candidates in order of
 * preference, a number below zero where a candidate shares the rank of the one before. Immutable.
 */
public final class Ballot {
  private final long weight;
  private final int[] marks;

  private Ballot(long weight, int[] marks) {
    this.weight = weight;
    this.marks = marks;
  }

  /**
   * Takes the array's own form.
   *
   * @param weight how many voters said this, from 1
   * @param marks candidates' numbers; below zero: shares the rank of the one before
   * @throws IllegalArgumentException for a weight below 1, a zero, or a first mark below zero
   */
  public static Ballot of(long weight, int... marks) {
    if (weight < 1) {
      throw new IllegalArgumentException("a ballot is cast by one voter or more");
    }
    for (int place = 0; place < marks.length; place++) {
      if (marks[place] == 0 || place == 0 && marks[place] < 0) {
        throw new IllegalArgumentException("marks are candidates' numbers, the first above zero");
      }
    }
    return new Ballot(weight, marks.clone());
  }

  /** From the best rank to the last; empty ranks close up. */
  public static Ballot ranked(long weight, List<List<Integer>> ranks) {
    int[] marks = new int[ranks.stream().mapToInt(List::size).sum()];
    int place = 0;
    for (List<Integer> rank : ranks) {
      for (int i = 0; i < rank.size(); i++) {
        marks[place++] = i == 0 ? rank.get(i) : -rank.get(i);
      }
    }
    return of(weight, marks);
  }

  /** Candidates who all share the first and only rank. */
  public static Ballot approving(long weight, List<Integer> approved) {
    return ranked(weight, List.of(approved));
  }

  /** How many voters said this. */
  public long weight() {
    return weight;
  }

  /** How many mentions there are. */
  public int length() {
    return marks.length;
  }

  /** The number of the candidate who is mentioned at a place, from 0. */
  public int candidate(int place) {
    return Math.abs(marks[place]);
  }

  /** Whether the mention at a place, from 0, shares the rank of the one before it. */
  public boolean sharesRank(int place) {
    return marks[place] < 0;
  }

  /**
   * The one candidate whom the ballot is for, where it can be for one only: goes down the ranks to
   * the first that holds anybody who is still in the count. A ballot that finds several there can
   * go no further, as long as they are.
   *
   * @param continuing at each number whether that candidate is still in the count
   * @return a number, or 0 for nobody
   */
  int choice(boolean[] continuing) {
    int found = 0;
    for (int mark : marks) {
      if (mark > 0 && found != 0) {
        return found;
      }
      int number = Math.abs(mark);
      if (continuing[number]) {
        if (found != 0) {
          return 0;
        }
        found = number;
      }
    }
    return found;
  }

  /** From the best rank to the last. */
  public List<List<Integer>> ranks() {
    List<List<Integer>> ranks = new ArrayList<>();
    for (int place = 0; place < marks.length; place++) {
      if (!sharesRank(place)) {
        ranks.add(new ArrayList<>());
      }
      ranks.getLast().add(candidate(place));
    }
    return ranks.stream().map(List::copyOf).toList();
  }

  /**
   * Without withdrawn candidates, and each of the others at the first mention only; this ballot
   * itself where nothing changes.
   *
   * @param seen empty, and left so; given so that not every ballot makes its own
   */
  Ballot cleaned(BitSet withdrawn, BitSet seen) {
    int[] kept = new int[marks.length];
    int length = 0;
    boolean rankBegun = false;
    for (int mark : marks) {
      int number = Math.abs(mark);
      rankBegun &= mark < 0;
      if (!withdrawn.get(number) && !seen.get(number)) {
        seen.set(number);
        kept[length++] = rankBegun ? -number : number;
        rankBegun = true;
      }
    }
    for (int place = 0; place < length; place++) {
      seen.clear(Math.abs(kept[place]));
    }
    return length == marks.length ? this : new Ballot(weight, Arrays.copyOf(kept, length));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Ballot ballot
        && weight == ballot.weight
        && Arrays.equals(marks, ballot.marks);
  }

  @Override
  public int hashCode() {
    return 31 * Long.hashCode(weight) + Arrays.hashCode(marks);
  }

  @Override
  public String toString() {
    return weight + " × " + Arrays.toString(marks);
  }
}
