package org.answerable.feedback;

import java.util.Locale;

/** What made a step of a feedback. */
public enum StepKind {
  RELEASED,
  ADDED,
  SORTED,
  /** By what its sender added. */
  RAISED,
  ACKNOWLEDGED,
  /** Its sender is asked one question back. */
  ASKED,
  /** Its sender said more, after they were asked. */
  CAME_BACK,
  ANSWERED,
  /** A response, before anything of it had left. */
  TAKEN_BACK,
  OVERDUE,
  /** Its sender is asked whether the answer helped. */
  FOLLOWED_UP,
  /** They say that it did. */
  CONFIRMED,
  /** In part. */
  PARTLY,
  /** It did not. */
  DISPUTED,
  PROMISE_KEPT,
  /** Its day passed. */
  PROMISE_MISSED,
  /** The body outside that it was referred to. */
  BODY_ANSWERED,
  /** Its day passed. */
  BODY_SILENT,
  /** Its sender is shown the words that would be public. */
  WORDS_SHOWN,
  /** They want them to stay unpublished. */
  WORDS_KEPT,
  WORDS_PUBLISHED,
  /** Another text stands in the place of a published response. */
  CORRECTED,
  /** A published text is removed. */
  REMOVED,
  /** Its sender took it back. */
  WITHDRAWN;

  /** The words in the table: {@code words published}. */
  public String words() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** The kind that {@link #words()} gave; unknown words are our own bug. */
  public static StepKind ofWords(String words) {
    return valueOf(words.toUpperCase(Locale.ROOT).replace(' ', '_'));
  }
}
