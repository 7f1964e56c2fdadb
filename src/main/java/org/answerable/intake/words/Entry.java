package org.answerable.intake.words;

import java.util.List;
import org.answerable.organisation.Sensitivity;

/**
 * An entry of a list.
 *
 * @param language of the file
 * @param raisesTo {@code S0}: nothing
 * @param line where it stands in its file
 */
record Entry(String language, WordList list, Sensitivity raisesTo, String why, int line) {

  /**
   * An entry with what finds it.
   *
   * @param not where one of these overlaps what was found, it is not meant
   */
  record Phrases(Entry entry, List<Phrase> words, List<Phrase> not) {
    Phrases {
      words = List.copyOf(words);
      not = List.copyOf(not);
    }
  }
}
