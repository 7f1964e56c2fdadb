package org.answerable.flow;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
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

  private final Map<String, Kind> phrases = new HashMap<>();

  /** The phrases of all languages, each up to four words, by what they are. */
  public Greetings(Map<Kind, ? extends Collection<String>> phrases) {
    // where two kinds share a phrase, the one that stands first keeps it
    phrases.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            kind ->
                kind.getValue()
                    .forEach(phrase -> this.phrases.putIfAbsent(tight(phrase), kind.getKey())));
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
