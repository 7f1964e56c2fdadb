package org.answerable.constituent;

import java.time.LocalDate;
import org.answerable.effect.Effect;
import org.jspecify.annotations.Nullable;

/**
 * A known person was asked in a reply whether an answer helped, or has said so.
 *
 * @param question null: nothing is asked any more
 */
public record HelpAsked(Constituent person, @Nullable HelpQuestion question, LocalDate day)
    implements Effect {

  @Override
  public String toString() {
    return "HelpAsked[redacted]";
  }
}
