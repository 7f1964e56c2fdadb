package org.answerable.platform;

import java.util.Collection;
import java.util.Comparator;

/** Advice about a word that a file should not have. */
public final class Nearest {
  /** How many letters a misspelt word may differ in, to be taken for another. */
  private static final int NEAR = 3;

  private Nearest() {}

  /** What to do about an unknown word, as the end of a problem's line. */
  public static String to(String word, Collection<String> known) {
    return known.stream()
        .filter(candidate -> distance(word, candidate) <= Math.min(NEAR, candidate.length() / 2))
        .min(Comparator.comparingInt(candidate -> distance(word, candidate)))
        .map(candidate -> "did you mean \"" + candidate + "\"?")
        .orElse("remove it, or write one of: " + String.join(", ", known));
  }

  /** Levenshtein's: insertions, deletions and changes of one letter. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
