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
 * What a question offers, in order: shown as a numbered list, page by page where it is long, and
 * understood as number (in the digits of any script), as word of any language, and as such a word
 * misspelt. Never guesses between two. Immutable; made once and used for every conversation.
 */
public final class Choices {
  private static final int SEVERAL = -1;

  private final List<Choice> all;

  /** What each plain word means, by language; under "" in any of them. */
  private final Map<String, Map<String, Integer>> words = new HashMap<>();

  private final Map<String, String> lists = new HashMap<>();

  private Choices(List<Choice> choices) {
    this.all = List.copyOf(choices);
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
    languages.forEach(language -> lists.put(language, listed(language, 0, all.size())));
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

  /** How many texts it takes to show all of them. */
  public int pages() {
    return Math.max(1, Math.ceilDiv(all.size(), FlowLimits.CHOICES_A_PAGE));
  }

  /** {@code 1 medicine 2 waiting}: all of them. */
  public String numbered(String language) {
    String list = lists.get(language);
    return list != null ? list : lists.getOrDefault(Texts.FALLBACK, "");
  }

  /**
   * One page of a list that has several, each choice with the number that it has in the whole list;
   * and {@code 0 more}, which after the last page leads to the first again.
   *
   * @param page from 0
   */
  String numbered(String language, int page, String more) {
    int first = page * FlowLimits.CHOICES_A_PAGE;
    int end = Math.min(all.size(), first + FlowLimits.CHOICES_A_PAGE);
    return listed(language, first, end) + " 0 " + more;
  }

  private String listed(String language, int first, int end) {
    StringBuilder list = new StringBuilder();
    for (int index = first; index < end; index++) {
      list.append(index == first ? "" : " ").append(index + 1).append(' ');
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

  /** "2", or "2 waiting" where 2 is waiting, misspelt or not. */
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
    String word = plain.substring(at).strip();
    int named = wordsIn("").getOrDefault(word, near(word));
    return named == index ? index : SEVERAL;
  }

  private int named(String plain, String language) {
    Integer own = wordsIn(language).get(plain);
    return own != null ? own : wordsIn("").getOrDefault(plain, SEVERAL);
  }

  private Map<String, Integer> wordsIn(String language) {
    return words.getOrDefault(language, Map.of());
  }

  /** A short word is never understood misspelt, but it may be what was meant instead of another. */
  private int near(String plain) {
    if (wordsIn("").containsKey(plain)) {
      return SEVERAL;
    }
    Set<Integer> meant = new LinkedHashSet<>();
    Set<Integer> perhaps = new LinkedHashSet<>();
    wordsIn("")
        .forEach(
            (word, index) -> {
              if (Spelling.isNear(plain, word)) {
                meant.add(index);
              } else if (Spelling.isPerhaps(plain, word)) {
                perhaps.add(index);
              }
            });
    perhaps.addAll(meant);
    return meant.size() == 1 && perhaps.size() == 1 ? meant.iterator().next() : SEVERAL;
  }
}
