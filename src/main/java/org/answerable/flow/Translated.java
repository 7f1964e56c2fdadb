package org.answerable.flow;

import java.util.Map;
import java.util.Objects;

/**
 * One text in several languages, by their codes, side by side as in the file.
 *
 * @param first the language that the others are translated from; what stands in for a missing one
 */
public record Translated(String first, Map<String, Template> texts) {
  public Translated {
    if (!texts.containsKey(first)) {
      throw new IllegalArgumentException("a text is missing in its first language " + first);
    }
    texts = Map.copyOf(texts);
  }

  /** The text in a language, else in the first. */
  public Template in(String language) {
    Template text = texts.get(language);
    return text != null ? text : Objects.requireNonNull(texts.get(first));
  }
}
