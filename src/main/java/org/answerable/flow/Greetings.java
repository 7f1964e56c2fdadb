package org.answerable.flow;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Recognises texts that say hello, thank you or test, and nothing more; they are no feedback. Only
 * the whole text counts, in every language at once. "hiiii" is "hi".
 */
public final class Greetings {
  private static final Pattern RUN = Pattern.compile("(.)\\1+");
  private static final Pattern LONE_NUMBER = Pattern.compile("[0-9 ]+");
  private static final int PHRASE_WORDS = 4;

  private final Set<String> phrases = new HashSet<>();

  /** The phrases of all languages, each up to four words. */
  public Greetings(Collection<String> phrases) {
    phrases.forEach(phrase -> this.phrases.add(tight(phrase)));
  }

  /** Whether a text is greetings only, or a lone number, or a lone question mark. */
  public boolean match(String text) {
    String stripped = text.strip();
    if (stripped.isEmpty() || stripped.length() > FlowLimits.MATCH_CHARS) {
      return false;
    }
    String plain = Plain.of(stripped);
    return plain.isEmpty()
        ? asksOnly(stripped)
        : LONE_NUMBER.matcher(plain).matches() || isPolite(stripped);
  }

  /** Whether a text is greetings only, in words. */
  public boolean isPolite(String text) {
    String tight = text.length() > FlowLimits.MATCH_CHARS ? "" : tight(text);
    return !tight.isEmpty() && covered(tight.split(" "));
  }

  /** Whether a text says nothing at all: empty, or emoji and signs only, but no question mark. */
  public static boolean isEmpty(String text) {
    return Plain.of(text).isEmpty() && !asksOnly(text);
  }

  private static boolean asksOnly(String text) {
    return text.codePoints().anyMatch(sign -> sign == '?' || sign == '؟' || sign == '？');
  }

  /** Whether the words are phrases one after another: "hello, good morning". */
  private boolean covered(String[] words) {
    boolean[] upTo = new boolean[words.length + 1];
    upTo[0] = true;
    for (int end = 1; end <= words.length; end++) {
      for (int start = Math.max(0, end - PHRASE_WORDS); start < end && !upTo[end]; start++) {
        String phrase = String.join(" ", java.util.Arrays.asList(words).subList(start, end));
        upTo[end] = upTo[start] && phrases.contains(phrase);
      }
    }
    return upTo[words.length];
  }

  private static String tight(String text) {
    return RUN.matcher(Plain.of(text)).replaceAll("$1");
  }
}
