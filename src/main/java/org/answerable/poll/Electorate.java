package org.answerable.poll;

import java.time.LocalDate;
import org.answerable.organisation.Organisation;

/** How many could vote, of those whom the vault knows. */
public interface Electorate {
  /**
   * Who wrote before a day.
   *
   * @param day a Monday
   */
  int wroteBefore(Organisation home, LocalDate day);

  /** Who wants to hear of polls, and may be texted. */
  int subscribers(Organisation home);
}
