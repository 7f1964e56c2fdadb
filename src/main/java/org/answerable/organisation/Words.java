package org.answerable.organisation;

import java.util.List;
import java.util.Optional;

/** The sentences that several problems share. */
final class Words {
  /** How many letters a misspelt key may differ in, to be taken for another. */
  private static final int NEAR = 3;

  private Words() {}

  static String wrongForm(String what, String form) {
    return what + " has the wrong form; write " + form;
  }

  static String tooLong(String what, int chars, int maxChars) {
    return what + " has " + chars + " characters; shorten it to " + maxChars;
  }

  static String tooMany(String key, int items, int maxItems) {
    return "\"" + key + "\" has " + items + " items; keep at most " + maxItems;
  }

  /** What to do about an unknown word. */
  static String nearest(String word, List<String> known) {
    Optional<String> near =
        known.stream()
            .filter(
                candidate -> distance(word, candidate) <= Math.min(NEAR, candidate.length() / 2))
            .min((a, b) -> Integer.compare(distance(word, a), distance(word, b)));
    return near.map(candidate -> "did you mean \"" + candidate + "\"?")
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
