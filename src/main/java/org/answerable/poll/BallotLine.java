package org.answerable.poll;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.answerable.ballot.Ballot;

/** A ballot as a line that people can read: options' numbers, best first, {@code 3 1=2}. */
public final class BallotLine {
  private BallotLine() {}

  public static String of(Ballot ballot) {
    return ballot.ranks().stream()
        .map(rank -> rank.stream().sorted().map(String::valueOf).collect(Collectors.joining("=")))
        .collect(Collectors.joining(" "));
  }

  /** The ballot of a line that {@link #of} gave. */
  public static Ballot read(String line) {
    List<List<Integer>> ranks =
        Arrays.stream(line.split(" "))
            .map(rank -> Arrays.stream(rank.split("=")).map(Integer::valueOf).toList())
            .toList();
    return Ballot.ranked(1, ranks);
  }
}
