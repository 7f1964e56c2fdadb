package org.answerable.delivery;

import java.util.Map;
import org.answerable.organisation.Organisation;

/** The words of a {@link Phrase}. */
public interface PhraseWords {
  /**
   * As a person reads it.
   *
   * @param receipt eight digits
   * @param values what stands in it
   */
  String of(
      Phrase phrase,
      Organisation home,
      String language,
      String receipt,
      Map<String, String> values);
}
