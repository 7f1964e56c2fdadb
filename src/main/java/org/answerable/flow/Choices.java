package org.answerable.flow;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a question offers, in order: shown as a numbered list, and understood as number (in the
 * digits of any script), as word of any language, and as such a word with one letter wrong. Never
 * guesses between two. Immutable; made once and used for every conversation.
 */
public final class Choices {
  private static final int SEVERAL = -1;

  private final List<Choice> all;

  /** What each plain word means, by language; under "" in any of them. */
  private final Map<String, Map<String, Integer>> words = new HashMap<>();

  private final Map<String, String> lists = new HashMap<>();

  private Choices(List<Choice> all) {
    this.all = List.copyOf(all);
    Set<String> languages = new TreeSet<>(Set.of(Texts.FALLBACK));
    for (int index = 0; index < this.all.size(); index++) {
      Choice choice = this.all.get(index);
      languages.addAll(choice.labels().keySet());
      for (Map.Entry<String, String> label : choice.labels().entrySet()) {
        learn(label.getKey(), label.getValue(), index);
        learn("", label.getValue(), index);
      }
      for (String word : choice.also()) {
        learn("", word, index);
      }
    }
    languages.forEach(language -> lists.put(language, listed(language)));
  }

  /**
   * At most {@link FlowLimits#CHOICES}; more are an {@link IllegalArgumentException}, for lists are
   * made at start-up.
   */
  public static Choices of(Collection<Choice> choices) {
    if (choices.size() > FlowLimits.CHOICES) {
      throw new IllegalArgumentException(
          choices.size() + " choices; a text shows " + FlowLimits.CHOICES + " at most");
    }
    return new Choices(List.copyOf(choices));
  }

  private void learn(String language, String word, int index) {
    words
        .computeIfAbsent(language, unknown -> new HashMap<>())
        .merge(Plain.of(word), index, (one, other) -> one.equals(other) ? one : SEVERAL);
  }

  public List<Choice> all() {
    return all;
  }

  public boolean isEmpty() {
    return all.isEmpty();
  }

  /** What the buttons say. */
  public List<String> labels(String language) {
    return all.stream().map(choice -> choice.label(language)).toList();
  }

  /** {@code 1 medicine 2 waiting}. */
  public String numbered(String language) {
    String list = lists.get(language);
    return list != null ? list : lists.getOrDefault(Texts.FALLBACK, "");
  }

  private String listed(String language) {
    StringBuilder list = new StringBuilder();
    for (int index = 0; index < all.size(); index++) {
      list.append(index == 0 ? "" : " ").append(index + 1).append(' ');
      list.append(all.get(index).label(language));
    }
    return list.toString();
  }

  /** The choice that the whole text means, or null: none, or perhaps one of two. */
  public @Nullable Choice match(String text, String language) {
    String stripped = text.strip();
    if (stripped.length() > FlowLimits.MATCH_CHARS) {
      return null;
    }
    String plain = Plain.of(stripped);
    if (plain.isEmpty()) {
      return null;
    }
    int index = ExpressionParser.isDigit(plain.charAt(0)) ? numbered(plain, 0) : SEVERAL;
    index = index == SEVERAL ? named(plain, language) : index;
    index = index == SEVERAL ? near(plain) : index;
    return index == SEVERAL ? null : all.get(index);
  }

  /** "2", or "2 waiting" where 2 is waiting. */
  private int numbered(String plain, int start) {
    int number = 0;
    int at = start;
    while (at < plain.length() && ExpressionParser.isDigit(plain.charAt(at))) {
      number = Math.min(number * 10 + plain.charAt(at) - '0', FlowLimits.CHOICES + 1);
      at++;
    }
    int index = number - 1;
    boolean offered = index >= 0 && index < all.size();
    if (!offered || at == plain.length()) {
      return offered ? index : SEVERAL;
    }
    Integer word = wordsIn("").get(plain.substring(at).strip());
    return word != null && word == index ? index : SEVERAL;
  }

  private int named(String plain, String language) {
    Integer own = wordsIn(language).get(plain);
    return own != null ? own : wordsIn("").getOrDefault(plain, SEVERAL);
  }

  private Map<String, Integer> wordsIn(String language) {
    return words.getOrDefault(language, Map.of());
  }

  private int near(String plain) {
    Set<Integer> meant = new LinkedHashSet<>();
    if (wordsIn("").containsKey(plain)) {
      return SEVERAL;
    }
    wordsIn("")
        .forEach(
            (word, index) -> {
              if (word.length() >= FlowLimits.NEAR_MISS_LETTERS && isNear(plain, word)) {
                meant.add(index);
              }
            });
    return meant.size() == 1 ? meant.iterator().next() : SEVERAL;
  }

  /** Whether one letter too many, too few, wrong, or swapped with its neighbour is all. */
  static boolean isNear(String written, String meant) {
    int shorter = Math.min(written.length(), meant.length());
    int longer = Math.max(written.length(), meant.length());
    if (longer - shorter > 1) {
      return false;
    }
    int same = 0;
    while (same < shorter && written.charAt(same) == meant.charAt(same)) {
      same++;
    }
    if (longer > shorter) {
      String rest = (written.length() > meant.length() ? written : meant).substring(same + 1);
      return (written.length() > meant.length() ? meant : written).substring(same).equals(rest);
    }
    return written.regionMatches(same + 1, meant, same + 1, shorter - same - 1)
        || isSwapped(written, meant, same);
  }

  private static boolean isSwapped(String written, String meant, int at) {
    return at + 1 < written.length()
        && written.charAt(at) == meant.charAt(at + 1)
        && written.charAt(at + 1) == meant.charAt(at)
        && written.regionMatches(at + 2, meant, at + 2, written.length() - at - 2);
  }
}
