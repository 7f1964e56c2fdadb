package org.answerable.flow;

import java.util.HashSet;
import java.util.Set;

/** The word, in each language, that shows the next page of a long list; zero does too. */
final class More {
  private static final String KEY = "0";
  private final Translated word;
  private final Set<String> words = new HashSet<>(Set.of(KEY));

  More(Translated word) {
    this.word = word;
    word.texts().values().forEach(text -> words.add(Plain.of(text.source())));
    Set.copyOf(words).forEach(one -> words.add(KEY + " " + one));
  }

  String label(String language) {
    return word.in(language).source();
  }

  /** Whether a text asks for more, in whatever language. */
  boolean isIn(String text) {
    return text.length() <= FlowLimits.MATCH_CHARS && words.contains(Plain.of(text));
  }
}
