package org.answerable.flow;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Recognises keywords, in every language at once. Only the whole text counts, or the word with
 * digits where it takes some: "Stop nurses asking us" is feedback. Case, accents, punctuation and
 * the digits' script don't matter.
 */
public final class Keywords {
  /** Of a word that people of any language use: it does not tell which they speak. */
  public static final String NO_LANGUAGE = "";

  /**
   * One word of a keyword.
   *
   * @param language {@link #NO_LANGUAGE}: as STOP, which carriers tell everybody
   * @param onlyWithDigits alone it means something else, as HALI is a greeting
   */
  public record Word(String word, Keyword keyword, String language, boolean onlyWithDigits) {}

  private final Map<String, Word> words = new HashMap<>();

  public Keywords(List<Word> words) {
    words.forEach(word -> this.words.merge(Plain.of(word.word), word, Keywords::shared));
  }

  private static Word shared(Word one, Word other) {
    String language = sharedLanguage(one.language, other.language);
    return new Word(one.word, one.keyword, language, one.onlyWithDigits);
  }

  static String sharedLanguage(String one, String other) {
    return one.equals(other) ? one : NO_LANGUAGE;
  }

  /** Every word, plain: none of them can be a choice of a flow. */
  public Set<String> plainWords() {
    return Set.copyOf(words.keySet());
  }

  /** The keyword that the whole text is, if it is one. */
  public Optional<Keyword.Match> match(String text) {
    String stripped = text.strip();
    if (stripped.length() > FlowLimits.MATCH_CHARS) {
      return Optional.empty();
    }
    String plain = Plain.of(stripped);
    Word alone = words.get(plain);
    if (alone != null) {
      return alone.onlyWithDigits ? Optional.empty() : matched(alone, List.of());
    }
    int digits = firstDigit(plain);
    Word word = words.get(plain.substring(0, digits).stripTrailing());
    List<String> rest = List.of(plain.substring(digits).split(" "));
    boolean numbers = rest.stream().allMatch(one -> firstOther(one) == one.length());
    if (word == null || !word.keyword.takesDigits() || !numbers) {
      return Optional.empty();
    }
    return matched(word, rest);
  }

  /**
   * The keyword that a text begins with, written as it is printed everywhere: {@code SAFE he knows
   * where i sleep}, {@code Safe: he knows}. {@code Safe water} begins with none, and where all is
   * in capitals nobody can tell.
   */
  public Optional<Keyword.Match> opening(String text) {
    String[] parts = text.strip().split("\\s+", 2);
    if (parts.length < 2) {
      return Optional.empty();
    }
    boolean shown = isCapitals(parts[0]) && !isCapitals(parts[1]);
    Word word = shown || parts[0].endsWith(":") ? words.get(Plain.of(parts[0])) : null;
    return word == null ? Optional.empty() : matched(word, List.of());
  }

  /** The keyword that the first word of a text is, whatever follows. */
  public Optional<Keyword> first(String text) {
    String first = text.strip().split("[\\s:,.]+", 2)[0];
    return Optional.ofNullable(
        first.length() > FlowLimits.MATCH_CHARS ? null : alone(Plain.of(first)));
  }

  private static boolean isCapitals(String text) {
    return text.equals(text.toUpperCase(Locale.ROOT));
  }

  /** The keyword that a plain word is; null: none. */
  @Nullable Keyword alone(String plain) {
    Word word = words.get(plain);
    return word == null ? null : word.keyword;
  }

  private static Optional<Keyword.Match> matched(Word word, List<String> numbers) {
    return Optional.of(new Keyword.Match(word.keyword, numbers, word.language));
  }

  private static int firstDigit(String plain) {
    int at = 0;
    while (at < plain.length() && !ExpressionParser.isDigit(plain.charAt(at))) {
      at++;
    }
    return at;
  }

  private static int firstOther(String plain) {
    int at = 0;
    while (at < plain.length() && ExpressionParser.isDigit(plain.charAt(at))) {
      at++;
    }
    return at;
  }
}
