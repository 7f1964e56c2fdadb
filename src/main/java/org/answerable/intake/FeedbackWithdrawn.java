package org.answerable.intake;

import java.time.LocalDate;
import java.util.UUID;
import org.answerable.effect.Effect;

/**
 * Its sender takes a feedback back, or what they confided. What leaders or readers see changes at
 * the next slot.
 *
 * @param commitment of its first text; leads to its receipt
 */
public record FeedbackWithdrawn(
    String organisation, UUID feedback, String reference, byte[] commitment, LocalDate day)
    implements Effect {}
