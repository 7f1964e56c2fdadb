package org.answerable.feedback;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One change of a feedback.
 *
 * @param byRole in which role a leader made it; null: the constituent or the clock
 * @param after the whole state after it
 */
public record Step(StepKind what, LocalDate day, @Nullable String byRole, FeedbackState after) {

  @Override
  public String toString() {
    return "Step[redacted]";
  }
}
