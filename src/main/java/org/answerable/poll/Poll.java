package org.answerable.poll;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.answerable.responselog.PollTerms;
import org.jspecify.annotations.Nullable;

/**
 * One poll of an organisation.
 *
 * @param reference its name in public: {@code K7QM-2XWD}
 * @param setUpBy the leader who set it up
 * @param line who let them in, the first one first, as it was that day
 * @param day on which that was
 * @param cancelling null: nobody wants it cancelled
 */
public record Poll(
    String organisation,
    String reference,
    PollTerms terms,
    PollState state,
    UUID setUpBy,
    List<UUID> line,
    LocalDate day,
    @Nullable Cancelling cancelling) {
  public Poll {
    line = List.copyOf(line);
  }
}
