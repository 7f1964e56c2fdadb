package org.answerable.intake;

import java.time.LocalDate;
import java.util.UUID;
import org.answerable.effect.Effect;

/**
 * Its sender says whether the answer to a feedback helped. What leaders and the public see changes
 * at the next slot.
 *
 * @param day on which they said it: a new deadline counts from it
 */
public record AnswerJudged(String organisation, UUID feedback, Verdict verdict, LocalDate day)
    implements Effect {}
