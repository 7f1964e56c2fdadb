package org.answerable.intake;

import java.util.UUID;
import org.answerable.effect.Effect;
import org.answerable.organisation.Sensitivity;
import org.jspecify.annotations.Nullable;

/**
 * Somebody answered a question about a feedback of theirs, or wrote more that raises it.
 *
 * @param ordinal the later one counts
 * @param topic null: nothing about it
 * @param consent to publish the words; null: nothing about it
 * @param sensitivity that it has at least; null: nothing about it
 * @param through no question is open any more, so that nothing needs to be waited for
 */
public record FeedbackDetailed(
    String organisation,
    UUID detail,
    UUID feedback,
    int ordinal,
    @Nullable String topic,
    @Nullable Boolean consent,
    @Nullable Sensitivity sensitivity,
    boolean through)
    implements Effect {}
