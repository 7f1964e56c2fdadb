package org.answerable.organisation;

import java.util.Map;

/** One text in several languages, by their BCP 47 codes. At least one language. */
public record Localised(Map<String, String> texts) {
  public Localised {
    if (texts.isEmpty()) {
      throw new IllegalArgumentException("a localised text needs at least one language");
    }
    texts = Map.copyOf(texts);
  }

  /** The text in the language asked for, else in English, else in whichever there is. */
  public String in(String language) {
    String text = texts.get(language);
    if (text != null) {
      return text;
    }
    return texts.getOrDefault("en", texts.values().iterator().next());
  }
}
