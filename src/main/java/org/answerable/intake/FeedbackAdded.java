package org.answerable.intake;

import java.time.LocalDate;
import java.util.UUID;
import org.answerable.effect.Effect;

/**
 * Somebody went on about a feedback of theirs.
 *
 * @param ordinal of the text within the feedback; the first text has 0
 */
public record FeedbackAdded(
    String organisation, UUID feedback, int ordinal, LocalDate day, CommittedText text)
    implements Effect {}
