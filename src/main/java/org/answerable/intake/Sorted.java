package org.answerable.intake;

import java.util.UUID;
import org.answerable.organisation.Sensitivity;
import org.jspecify.annotations.Nullable;

/**
 * What a sender said about a feedback after it was released.
 *
 * @param topic null: nothing about it
 * @param consent to publish the words; null: nothing about it
 * @param sensitivity that what they added has, below {@code S3}; null: nothing about it
 */
public record Sorted(
    String organisation,
    UUID feedback,
    @Nullable String topic,
    @Nullable Boolean consent,
    @Nullable Sensitivity sensitivity) {
  /** What somebody answered. */
  public Sorted(
      String organisation, UUID feedback, @Nullable String topic, @Nullable Boolean consent) {
    this(organisation, feedback, topic, consent, null);
  }

  /** Whether it says anything. */
  public boolean isSaid() {
    return topic != null || consent != null || sensitivity != null;
  }
}
