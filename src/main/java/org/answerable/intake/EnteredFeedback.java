package org.answerable.intake;

import org.jspecify.annotations.Nullable;

/**
 * What somebody said to a leader or volunteer, who enters it for them.
 *
 * @param topic an id of the organisation's; null: a reader sorts it
 * @param consent to publish the words, asked aloud
 * @param proposal whether they put it up for a vote
 */
public record EnteredFeedback(
    String words, Source source, @Nullable String topic, boolean consent, boolean proposal) {
  /** As much as one text. */
  public static final int WORDS_CHARS = 2000;

  @Override
  public String toString() {
    return "EnteredFeedback[" + source + ", redacted]";
  }
}
