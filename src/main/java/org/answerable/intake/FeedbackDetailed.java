package org.answerable.intake;

import java.util.UUID;
import org.answerable.effect.Effect;
import org.jspecify.annotations.Nullable;

/**
 * Somebody answered a question about a feedback of theirs.
 *
 * @param ordinal the later one counts
 * @param topic null: nothing about it
 * @param consent to publish the words; null: nothing about it
 * @param through no question is open any more, so that nothing needs to be waited for
 */
public record FeedbackDetailed(
    String organisation,
    UUID detail,
    UUID feedback,
    int ordinal,
    @Nullable String topic,
    @Nullable Boolean consent,
    boolean through)
    implements Effect {}
