package org.answerable.flow;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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

  /** A word, what parts it from the rest, and that. */
  private static final Pattern OPENING =
      Pattern.compile("[\\s\\p{P}]{0,3}(\\p{L}+)([\\s\\p{P}]+)(.*)", Pattern.DOTALL);

  private static final Pattern LETTER = Pattern.compile("\\p{L}");
  private static final Set<Keyword> PROPOSING = Set.of(Keyword.PROPOSE, Keyword.PROPOSALS);
  private final Map<String, Word> words = new HashMap<>();
  private final Set<String> polite;

  public Keywords(List<Word> words) {
    this(words, List.of());
  }

  /**
   * @param polite words that say nothing around one that may be said politely: {@code please}
   */
  public Keywords(List<Word> words, Collection<String> polite) {
    this.polite = polite.stream().map(Plain::of).collect(Collectors.toUnmodifiableSet());
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
    if (digits == plain.length()) {
      return politely(plain).or(() -> misspelt(plain)).flatMap(word -> matched(word, List.of()));
    }
    String first = plain.substring(0, digits).stripTrailing();
    List<String> behind = List.of(plain.substring(digits).split(" "));
    Word word = words.get(first);
    boolean hours = word != null && word.keyword == Keyword.QUIET;
    List<String> rest = hours ? Hours.of(behind) : behind;
    if (!rest.stream().allMatch(one -> firstOther(one) == one.length())) {
      return Optional.empty();
    }
    if (word == null) {
      return String.join("", rest).length() == FlowLimits.RECEIPT_DIGITS
          ? near(first, Keyword::takesReceipt, FlowLimits.NEAR_MISS_LETTERS)
              .flatMap(meant -> matched(meant, rest))
          : Optional.empty();
    }
    return word.keyword.takesDigits() ? matched(word, rest) : Optional.empty();
  }

  private Optional<Word> politely(String plain) {
    String bare =
        Arrays.stream(plain.split(" "))
            .filter(one -> !polite.contains(one))
            .collect(Collectors.joining(" "));
    return Optional.ofNullable(words.get(bare))
        .filter(word -> word.keyword.mayBePolite() && !word.onlyWithDigits);
  }

  /** A long word for SAFE with a mistake: whoever needs it may have no time to write it twice. */
  private Optional<Word> misspelt(String plain) {
    return near(plain, keyword -> keyword == Keyword.SAFE, FlowLimits.NEAR_MISS_SAFE_LETTERS);
  }

  /** The word of which another one is a misspelling; empty: none, or of several keywords. */
  private Optional<Word> near(String written, Predicate<Keyword> which, int letters) {
    List<Word> near =
        words.entrySet().stream()
            .filter(one -> which.test(one.getValue().keyword) && one.getKey().length() >= letters)
            .filter(one -> Spelling.isNear(written, one.getKey()))
            .map(Map.Entry::getValue)
            .toList();
    return near.stream().map(Word::keyword).distinct().count() == 1
        ? Optional.of(near.getFirst())
        : Optional.empty();
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
    String plain = Plain.of(parts[0]);
    Word word = shown || parts[0].endsWith(":") ? words.get(plain) : null;
    return Optional.ofNullable(word)
        .or(() -> shown ? misspelt(plain) : Optional.empty())
        .flatMap(meant -> matched(meant, List.of()));
  }

  /**
   * What is put up for a vote: {@code propose we open on Saturday}, {@code PROPOSAL: a roof}. The
   * word for doing it counts in small letters, too. The other one, and a misspelling or an accent,
   * only in capitals or before a colon: "proposal of last year" is somebody's news.
   */
  public Optional<Proposed> proposed(String text) {
    Matcher parts = OPENING.matcher(text);
    if (!parts.matches() || !LETTER.matcher(parts.group(3)).find()) {
      return Optional.empty();
    }
    String first = Plain.of(parts.group(1));
    String rest = parts.group(3).strip();
    Word word = words.get(first);
    boolean verb =
        word != null
            && word.keyword == Keyword.PROPOSE
            && word.word.equalsIgnoreCase(parts.group(1)); // "proposé par le chef" is news
    boolean shown = parts.group(2).contains(":") || isCapitals(parts.group(1)) && !isCapitals(rest);
    return verb || shown && isNearProposing(first)
        ? Optional.of(new Proposed(rest, word == null ? NO_LANGUAGE : word.language))
        : Optional.empty();
  }

  private boolean isNearProposing(String first) {
    return words.entrySet().stream()
        .filter(one -> PROPOSING.contains(one.getValue().keyword))
        .filter(one -> one.getKey().length() >= FlowLimits.NEAR_MISS_PROPOSE_LETTERS)
        .anyMatch(one -> Spelling.isNear(first, one.getKey()));
  }

  /**
   * What somebody proposes.
   *
   * @param words without the one that says so
   * @param language to which alone that one belongs; {@link #NO_LANGUAGE}: to none, or to several
   */
  public record Proposed(String words, String language) {
    @Override
    public String toString() {
      return "Proposed[redacted]";
    }
  }

  /** The keyword that the first word of a text is, whatever follows. */
  public Optional<Keyword> first(String text) {
    String first = text.strip().split("[\\s:,.]+", 2)[0];
    return Optional.ofNullable(
        first.length() > FlowLimits.MATCH_CHARS ? null : alone(Plain.of(first)));
  }

  /** Whether one of a text's words is a keyword. */
  public boolean says(String text, Keyword keyword) {
    return Arrays.stream(Plain.of(text).split(" ")).anyMatch(word -> alone(word) == keyword);
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
