package org.answerable.audit;

import org.answerable.tlog.SignedNote;

/** Something is wrong with a log. The message says what and where, for people. */
class Finding extends Exception {
  Finding(String sentence) {
    super(sentence);
  }

  /** It shows another past than it did before, and has signed both. */
  static final class Rewritten extends Finding {
    private final transient SignedNote checkpoint;

    /**
     * @param checkpoint what it shows now
     */
    Rewritten(String sentence, SignedNote checkpoint) {
      super(sentence);
      this.checkpoint = checkpoint;
    }

    SignedNote checkpoint() {
      return checkpoint;
    }
  }
}
