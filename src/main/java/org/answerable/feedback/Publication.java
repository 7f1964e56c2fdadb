package org.answerable.feedback;

/** What became of a leader's wish to publish somebody's words. */
public sealed interface Publication {
  /** The next slot publishes them. */
  record Published() implements Publication {}

  /**
   * Nothing is published yet: their sender is shown them first, for something was taken out. The
   * next slot after their yes publishes them.
   */
  record ShownToSender() implements Publication {}

  /**
   * Nothing was published yet: this is what it would be; the leader looks at it first.
   *
   * @param seal to be given back with the same choice
   */
  record Shown(String words, String seal) implements Publication {

    @Override
    public String toString() {
      return "Shown[redacted]";
    }
  }

  /** Nothing was published: no consent, or confidential, or published already. */
  record NotAllowed() implements Publication {}

  /** Nothing was published: for this leader there is no such feedback. */
  record Unknown() implements Publication {}
}
