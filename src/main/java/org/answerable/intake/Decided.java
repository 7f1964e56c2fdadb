package org.answerable.intake;

import org.answerable.organisation.Topic;

/** What became of a reader's decision. */
public sealed interface Decided {
  /** It counts from the next slot on; for the focal point alone, at once. */
  record Done() implements Decided {}

  /** Another reader was first, or a slot; nothing was changed. */
  record Already(Reading decision) implements Decided {

    @Override
    public String toString() {
      return "Already[redacted]";
    }
  }

  /**
   * Nothing was changed: nobody who may see it could answer it.
   *
   * @param role who would have it
   */
  record NobodyLeft(Topic topic, String role) implements Decided {}

  /** Nothing was changed: for this leader there is no such thing. */
  record Unknown() implements Decided {}
}
