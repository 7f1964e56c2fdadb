package org.answerable.intake;

import java.time.LocalDate;
import java.util.UUID;
import org.answerable.effect.Effect;
import org.jspecify.annotations.Nullable;

/**
 * Somebody said something that becomes a feedback at a slot.
 *
 * @param holdSlot the slot from which it may be released; null: from the next one
 */
public record FeedbackGiven(
    String organisation, UUID feedback, LocalDate day, CommittedText text, @Nullable Long holdSlot)
    implements Effect {}
