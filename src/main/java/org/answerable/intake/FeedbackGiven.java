package org.answerable.intake;

import java.time.LocalDate;
import java.util.UUID;
import org.answerable.effect.Effect;
import org.answerable.organisation.Kind;
import org.answerable.organisation.Sensitivity;
import org.jspecify.annotations.Nullable;

/**
 * Somebody said something that becomes a feedback at a slot, unless it is set aside.
 *
 * @param holdSlot the slot from which it may be released; null: from the next one
 * @param sensitivity what the word lists found; below {@code S3}, which is confided instead
 * @param kind what the word lists took it for, or that it is a proposal; null: the topic says
 * @param aside why it is no feedback; null: it is one
 */
public record FeedbackGiven(
    String organisation,
    UUID feedback,
    LocalDate day,
    CommittedText text,
    @Nullable Long holdSlot,
    Source source,
    Sensitivity sensitivity,
    @Nullable Kind kind,
    @Nullable Aside aside)
    implements Effect {
  /** Whether its words may be published: who proposes something wants that, and was told so. */
  public boolean consent() {
    return kind == Kind.PROPOSAL;
  }
}
