package org.answerable.flow;

import java.util.List;
import java.util.Map;

/**
 * One of several things that a question offers.
 *
 * @param value the word in results: {@code medicines}; never shown
 * @param labels what is shown, by language; the language missing gets English, else any
 * @param also other words that mean it, in any language
 */
public record Choice(String value, Map<String, String> labels, List<String> also) {
  public Choice {
    if (labels.isEmpty()) {
      throw new IllegalArgumentException("choice " + value + " has no label");
    }
    labels = Map.copyOf(labels);
    also = List.copyOf(also);
  }

  public Choice(String value, Map<String, String> labels) {
    this(value, labels, List.of());
  }

  /** What is shown in a language. */
  public String label(String language) {
    String label = labels.get(language);
    if (label != null) {
      return label;
    }
    return labels.getOrDefault(Texts.FALLBACK, labels.values().iterator().next());
  }
}
