package org.answerable.feedback;

import org.answerable.responselog.Content;
import org.answerable.responselog.Entry;
import org.jspecify.annotations.Nullable;

/** A step in the words of the public log. */
final class Entries {
  private Entries() {}

  static Entry statusChanged(Step step) {
    FeedbackState after = step.after();
    return new Entry.StatusChanged(
        step.day(),
        after.reference(),
        after.status().word(),
        after.kind(),
        after.topic(),
        after.withRole(),
        after.due());
  }

  static Entry responsePublished(
      Step step, String byRole, Response response, Content text, @Nullable Content promise) {
    Commitment commitment = response.commitment();
    return new Entry.ResponsePublished(
        step.day(),
        step.after().reference(),
        byRole,
        response.decision().word(),
        text.hash(),
        commitment == null || promise == null
            ? null
            : new Entry.Commitment(commitment.ownerRole(), commitment.due(), promise.hash()));
  }

  static Entry withdrawal(Step step) {
    return new Entry.Withdrawal(step.day(), step.after().reference());
  }

  static Entry wordsPublished(Step step, Content words) {
    return new Entry.WordsPublished(step.day(), step.after().reference(), words.hash());
  }

  /**
   * @param from the role that let the day pass
   */
  static Entry overdue(Step step, String from) {
    FeedbackState after = step.after();
    if (after.due() == null) {
      throw new IllegalStateException("overdue without a day");
    }
    return new Entry.Overdue(step.day(), after.reference(), after.due(), from, after.withRole());
  }
}
