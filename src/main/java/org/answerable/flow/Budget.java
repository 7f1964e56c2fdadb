package org.answerable.flow;

import java.util.Map;

/**
 * What a text may cost, in segments of a text message.
 *
 * @param most in a language that has no figure of its own; at least 1
 * @param byLanguage the others, by the language's code
 * @param because why it may be more than one; empty where it is not
 */
public record Budget(int most, Map<String, Integer> byLanguage, String because) {
  /** What each text has unless its file says otherwise. */
  public static final Budget ONE = new Budget(1, Map.of(), "");

  public Budget {
    byLanguage = Map.copyOf(byLanguage);
  }

  public int in(String language) {
    return byLanguage.getOrDefault(language, most);
  }

  /** Whether a text may cost more than one segment in some language. */
  public boolean needsReason() {
    return most > 1 || byLanguage.values().stream().anyMatch(segments -> segments > 1);
  }
}
