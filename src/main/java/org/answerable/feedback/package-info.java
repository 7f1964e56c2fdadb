/**
 * What was released: its state, the responses to it, and the inbox.
 *
 * <p>Start at {@link org.answerable.feedback.FeedbackRules}, a function that decides each next step
 * of a {@link org.answerable.feedback.FeedbackState}. Slots bring in what is released ({@link
 * org.answerable.feedback.ReleasedFeedbacks}), leaders act ({@link
 * org.answerable.feedback.Responding}, {@link org.answerable.feedback.TakingBack}, {@link
 * org.answerable.feedback.Amending}, {@link org.answerable.feedback.KeepingPromises}), and what is
 * due by itself is swept ({@link org.answerable.feedback.DailySweep}).
 */
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "platform",
      "platform :: keys",
      "platform :: sms",
      "platform :: web",
      "organisation",
      "leader",
      "effect",
      "confidential",
      "intake",
      "responselog",
      "delivery"
    })
package org.answerable.feedback;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
