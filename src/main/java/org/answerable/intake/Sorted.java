package org.answerable.intake;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a sender said about a feedback after it was released.
 *
 * @param topic null: nothing about it
 * @param consent to publish the words; null: nothing about it
 */
public record Sorted(
    String organisation, UUID feedback, @Nullable String topic, @Nullable Boolean consent) {}
