package org.answerable.intake;

import java.time.LocalDate;
import java.util.UUID;
import org.answerable.effect.Effect;

/**
 * Whoever wrote a feedback saw what would be public of it, and says whether it may be. What leaders
 * and the public see changes at the next slot.
 *
 * @param shown which words they saw
 */
public record WordsAllowed(
    String organisation, UUID feedback, UUID shown, boolean allowed, LocalDate day)
    implements Effect {}
