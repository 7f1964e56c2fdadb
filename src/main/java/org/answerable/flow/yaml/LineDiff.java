package org.answerable.flow.yaml;

import java.util.ArrayList;
import java.util.List;

/** What changed from some lines to others: "- " went, "+ " came, " " stayed. */
final class LineDiff {
  private LineDiff() {}

  static String of(List<String> old, List<String> now) {
    int[][] common = common(old, now);
    List<String> diff = new ArrayList<>();
    int from = 0;
    int to = 0;
    while (from < old.size() || to < now.size()) {
      boolean same = from < old.size() && to < now.size() && old.get(from).equals(now.get(to));
      if (same) {
        diff.add("  " + old.get(from++));
        to++;
      } else if (to == now.size()
          || (from < old.size() && common[from + 1][to] >= common[from][to + 1])) {
        diff.add("- " + old.get(from++));
      } else {
        diff.add("+ " + now.get(to++));
      }
    }
    return String.join("\n", diff);
  }

  /** How many lines the rests of both have in common, in order, from each pair of lines on. */
  private static int[][] common(List<String> old, List<String> now) {
    int[][] common = new int[old.size() + 1][now.size() + 1];
    for (int from = old.size() - 1; from >= 0; from--) {
      for (int to = now.size() - 1; to >= 0; to--) {
        common[from][to] =
            old.get(from).equals(now.get(to))
                ? common[from + 1][to + 1] + 1
                : Math.max(common[from + 1][to], common[from][to + 1]);
      }
    }
    return common;
  }
}
