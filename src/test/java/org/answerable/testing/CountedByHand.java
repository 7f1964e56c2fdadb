package org.answerable.testing;

import java.util.List;
import java.util.stream.IntStream;

/** Counts a published BLT file without any code of the application. */
public final class CountedByHand {
  private CountedByHand() {}

  /**
   * Reads the file by itself, and compares each option with each other: whoever beats all others is
   * Schulze's winner too.
   */
  public static String whoBeatsAllOthers(String blt) {
    List<String> lines =
        blt.lines()
            .map(line -> line.replaceFirst("#.*", "").strip())
            .filter(l -> !l.isEmpty())
            .toList();
    int options = Integer.parseInt(lines.getFirst().split(" ")[0]);
    int[][] prefer = new int[options + 1][options + 1];
    int at = 1;
    for (; !lines.get(at).equals("0"); at++) {
      if (!lines.get(at).startsWith("[")) {
        compare(lines.get(at).split(" "), options, prefer);
      }
    }
    for (int one = 1; one <= options; one++) {
      int winner = one;
      boolean all =
          IntStream.rangeClosed(1, options)
              .filter(other -> other != winner)
              .allMatch(other -> prefer[winner][other] > prefer[other][winner]);
      if (all) {
        return lines.get(at + one).replace("\"", "");
      }
    }
    throw new AssertionError("nobody beats all others");
  }

  private static void compare(String[] words, int options, int[][] prefer) {
    int[] ranks = new int[options + 1];
    int rank = 1;
    for (int place = 1; place < words.length - 1; place++, rank++) {
      for (String option : words[place].split("=")) {
        ranks[Integer.parseInt(option)] = rank;
      }
    }
    for (int one = 1; one <= options; one++) {
      for (int other = 1; other <= options; other++) {
        boolean better = ranks[one] != 0 && (ranks[other] == 0 || ranks[one] < ranks[other]);
        prefer[one][other] += better ? Integer.parseInt(words[0]) : 0;
      }
    }
  }
}
