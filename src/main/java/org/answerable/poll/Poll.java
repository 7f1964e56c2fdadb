package org.answerable.poll;

import java.time.LocalDate;
import java.util.UUID;
import org.answerable.responselog.PollTerms;

/**
 * One poll of an organisation.
 *
 * @param reference its name in public: {@code K7QM-2XWD}
 * @param proposed the leader who set it up
 * @param day on which that was
 */
public record Poll(
    String organisation,
    String reference,
    PollTerms terms,
    PollState state,
    UUID proposed,
    LocalDate day) {}
