package org.answerable.intake;

import java.util.Set;
import org.answerable.organisation.Kind;
import org.answerable.organisation.Sensitivity;

/** What a reader found a text to be. In force from the next slot on; the last one at once. */
public sealed interface Reading {
  /**
   * A feedback.
   *
   * @param topic one of the organisation's
   * @param sensitivity that it has at least; {@code S2} or higher where anybody is excluded
   * @param excluded roles and accounts that never see it
   */
  record Sorting(String topic, Kind kind, Sensitivity sensitivity, Set<String> excluded)
      implements Reading {
    public Sorting {
      excluded = Set.copyOf(excluded);
      sensitivity = excluded.isEmpty() ? sensitivity : sensitivity.orHigher(Sensitivity.S2);
    }

    @Override
    public String toString() {
      return "Sorting[redacted]";
    }
  }

  /**
   * No feedback; a person can turn it back.
   *
   * @param why {@link Aside#NOT_FEEDBACK} or {@link Aside#SPAM}
   */
  record SetAside(Aside why) implements Reading {}

  /** For a focal point alone. No reader sees it again. */
  record Confidential() implements Reading {}
}
