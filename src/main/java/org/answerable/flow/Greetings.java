package org.answerable.flow;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Recognises texts that say hello, thank you or test, and nothing more; they are no feedback. Only
 * the whole text counts, in every language at once. "hiiii" is "hi".
 */
public final class Greetings {
  private static final Pattern RUN = Pattern.compile("(.)\\1+");
  private static final Pattern LONE_NUMBER = Pattern.compile("[0-9 ]+");
  private static final int PHRASE_WORDS = 4;

  /** What such a text is; of several, the one that stands first here. */
  public enum Kind {
    TEST,
    THANKS,
    HELLO,
    NUMBER
  }

  /**
   * One phrase, up to four words.
   *
   * @param language empty: people say it whatever they speak
   */
  public record Phrase(String words, Kind kind, String language) {}

  private final Map<String, Kind> phrases = new HashMap<>();
  private final Map<String, String> languages = new HashMap<>();

  /** The phrases of all languages. */
  public Greetings(Collection<Phrase> phrases) {
    // where two kinds share a phrase, the one that stands first keeps it
    phrases.forEach(
        phrase -> this.phrases.merge(tight(phrase.words), phrase.kind, Greetings::first));
    phrases.forEach(
        phrase -> languages.merge(tight(phrase.words), phrase.language, Keywords::sharedLanguage));
  }

  private static Kind first(Kind one, Kind other) {
    return one.compareTo(other) <= 0 ? one : other;
  }

  /** What a text is that says nothing else; a lone question mark says hello. */
  public Optional<Kind> match(String text) {
    String stripped = text.strip();
    if (stripped.isEmpty() || stripped.length() > FlowLimits.MATCH_CHARS) {
      return Optional.empty();
    }
    String plain = Plain.of(stripped);
    if (plain.isEmpty()) {
      return asksOnly(stripped) ? Optional.of(Kind.HELLO) : Optional.empty();
    }
    return LONE_NUMBER.matcher(plain).matches() ? Optional.of(Kind.NUMBER) : polite(stripped);
  }

  /**
   * The language that such a text is said in; empty: it is none, or its words are of no language,
   * or of several.
   */
  public String language(String text) {
    String tight = text.length() > FlowLimits.MATCH_CHARS ? "" : tight(text);
    if (tight.isEmpty() || covered(tight.split(" ")).isEmpty()) {
      return Keywords.NO_LANGUAGE;
    }
    Set<String> said = new TreeSet<>();
    String[] words = tight.split(" ");
    for (int start = 0; start < words.length; start++) {
      for (int end = start + 1; end <= Math.min(words.length, start + PHRASE_WORDS); end++) {
        String phrase = String.join(" ", Arrays.asList(words).subList(start, end));
        said.add(languages.getOrDefault(phrase, Keywords.NO_LANGUAGE));
      }
    }
    said.remove(Keywords.NO_LANGUAGE);
    return said.size() == 1 ? said.iterator().next() : Keywords.NO_LANGUAGE;
  }

  /** Whether a text is greetings only, in words. */
  public boolean isPolite(String text) {
    return polite(text).isPresent();
  }

  private Optional<Kind> polite(String text) {
    String tight = text.length() > FlowLimits.MATCH_CHARS ? "" : tight(text);
    return tight.isEmpty() ? Optional.empty() : covered(tight.split(" "));
  }

  /** Whether a text says nothing at all: empty, or emoji and signs only, but no question mark. */
  public static boolean isEmpty(String text) {
    return Plain.of(text).isEmpty() && !asksOnly(text);
  }

  private static boolean asksOnly(String text) {
    return text.codePoints().anyMatch(sign -> sign == '?' || sign == '؟' || sign == '？');
  }

  /** Whether the words are phrases one after another: "hello, good morning". */
  private Optional<Kind> covered(String[] words) {
    Kind[] upTo = new Kind[words.length + 1];
    upTo[0] = Kind.NUMBER; // less than any phrase says
    for (int end = 1; end <= words.length; end++) {
      for (int start = Math.max(0, end - PHRASE_WORDS); start < end && upTo[end] == null; start++) {
        Kind phrase = phrases.get(String.join(" ", Arrays.asList(words).subList(start, end)));
        if (upTo[start] != null && phrase != null) {
          upTo[end] = phrase.compareTo(upTo[start]) < 0 ? phrase : upTo[start];
        }
      }
    }
    return Optional.ofNullable(upTo[words.length]);
  }

  private static String tight(String text) {
    return RUN.matcher(Plain.of(text)).replaceAll("$1");
  }
}
