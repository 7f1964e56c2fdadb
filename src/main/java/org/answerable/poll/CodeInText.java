package org.answerable.poll;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A printed code within a text, in whatever case, with blanks or hyphens between its groups or
 * without.
 *
 * @param code null: it looks like one, and its check sign is wrong
 * @param start of its first sign in the text
 * @param end behind its last
 */
public record CodeInText(@Nullable String code, int start, int end) {
  private static final Pattern BLANK = Pattern.compile("\\s+");
  private static final int LETTERS_LEAST = 2;
  private static final int DIGITS_LEAST = 2;

  /** The first code of a text; where none holds, what looks like one. */
  public static Optional<CodeInText> find(String text) {
    List<CodeInText> found = all(text);
    return found.stream()
        .filter(one -> one.code != null)
        .findFirst()
        .or(() -> found.stream().findFirst());
  }

  /** All of them. */
  public static List<CodeInText> all(String text) {
    List<CodeInText> found = new ArrayList<>();
    List<int[]> words = words(text);
    for (int first = 0; first < words.size(); first++) {
      CodeInText here = at(text, words, first);
      if (here != null) {
        found.add(here);
      }
    }
    return found;
  }

  /** What stands around it. */
  public String rest(String text) {
    return (text.substring(0, start) + " " + text.substring(end)).strip();
  }

  /** The places of what letters and digits stand together. */
  private static List<int[]> words(String text) {
    List<int[]> words = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      int start = at;
      while (at < text.length() && Character.isLetterOrDigit(text.charAt(at))) {
        at++;
      }
      if (at > start) {
        words.add(new int[] {start, at});
      }
      at++;
    }
    return words;
  }

  /** Groups may stand together, and are never torn. */
  private static @Nullable CodeInText at(String text, List<int[]> words, int first) {
    StringBuilder signs = new StringBuilder(VotingCode.SIGNS);
    for (int[] word : words.subList(first, words.size())) {
      signs.append(text, word[0], word[1]);
      if (signs.length() % VotingCode.GROUP != 0 || signs.length() > VotingCode.SIGNS) {
        return null;
      }
      if (signs.length() == VotingCode.SIGNS) {
        String code = VotingCode.parse(signs.toString()).orElse(null);
        int start = words.get(first)[0];
        boolean one = isTogether(text.substring(start, word[1])) && looksLikeOne(signs);
        return one ? new CodeInText(code, start, word[1]) : null;
      }
    }
    return null;
  }

  /**
   * Between words, as in "fee 346 kes", a code is known only by its groups of three, each with a
   * digit: nothing else may be cut out of what somebody says.
   */
  private static boolean isTogether(String typed) {
    String[] groups = BLANK.split(typed);
    return groups.length == 1
        || Arrays.stream(groups)
            .flatMap(group -> Arrays.stream(group.split("[^\\p{L}\\p{Nd}]+")))
            .allMatch(
                group ->
                    group.length() == VotingCode.GROUP
                        && group.chars().anyMatch(Character::isDigit));
  }

  private static boolean looksLikeOne(CharSequence signs) {
    return signs.chars().filter(Character::isDigit).count() >= DIGITS_LEAST
        && signs.chars().filter(Character::isLetter).count() >= LETTERS_LEAST;
  }

  @Override
  public String toString() {
    return "CodeInText[redacted]";
  }
}
