package org.answerable.flow;

import java.util.Arrays;

/**
 * Whether a word is another one, misspelt: by a letter too many, too few, wrong, or swapped with
 * its neighbour; in a long word by two of these, in a short one by none.
 *
 * @see <a href="https://doi.org/10.1145/363958.363994">Damerau, A technique for computer detection
 *     and correction of spelling errors, 1964</a>
 */
final class Spelling {
  private Spelling() {}

  /** How many mistakes a word may have, by its length in letters. */
  static int mistakes(String word) {
    if (word.length() < FlowLimits.NEAR_MISS_LETTERS) {
      return 0;
    }
    return word.length() < FlowLimits.NEAR_MISS_LONG_LETTERS ? 1 : 2;
  }

  /** Whether what was written is this word, or it with as few mistakes as its length allows. */
  static boolean isNear(String written, String meant) {
    int most = mistakes(meant);
    if (most == 0) {
      return written.equals(meant);
    }
    return Math.abs(written.length() - meant.length()) <= most && distance(written, meant) <= most;
  }

  /** Whether a word too short to be understood misspelt is with one mistake what was written. */
  static boolean isPerhaps(String written, String meant) {
    return mistakes(meant) == 0
        && Math.abs(written.length() - meant.length()) <= 1
        && distance(written, meant) <= 1;
  }

  /**
   * Insertions, deletions, substitutions and swaps of neighbours, no place changed twice: the
   * restricted Damerau-Levenshtein distance.
   */
  static int distance(String written, String meant) {
    int[] before = new int[meant.length() + 1];
    int[] last = new int[meant.length() + 1];
    int[] now = new int[meant.length() + 1];
    Arrays.setAll(last, at -> at);
    for (int row = 1; row <= written.length(); row++) {
      now[0] = row;
      for (int at = 1; at <= meant.length(); at++) {
        boolean same = written.charAt(row - 1) == meant.charAt(at - 1);
        int changed = last[at - 1] + (same ? 0 : 1);
        now[at] = Math.min(changed, Math.min(last[at], now[at - 1]) + 1);
        if (swapped(written, row, meant, at)) {
          now[at] = Math.min(now[at], before[at - 2] + 1);
        }
      }
      int[] free = before;
      before = last;
      last = now;
      now = free;
    }
    return last[meant.length()];
  }

  private static boolean swapped(String written, int row, String meant, int at) {
    return row > 1
        && at > 1
        && written.charAt(row - 1) == meant.charAt(at - 2)
        && written.charAt(row - 2) == meant.charAt(at - 1);
  }
}
