package org.answerable.responselog;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import org.answerable.organisation.Kind;

/** Which public entries take "this happened to me too", and proposals support. */
public interface Echoes {
  /**
   * For how many days an entry takes it after nothing was left to do about it: as long as whoever
   * asked is known.
   */
  int DAYS_SETTLED = 14;

  /** And in all, from the day on which it was asked. */
  int DAYS = Figures.DAYS;

  /**
   * Those of some references. It follows what everybody is shown alone: what was closed to the
   * public takes it until that shows, as if nothing had happened. A proposal takes support whatever
   * leaders answered, until a vote decides about it.
   *
   * @return what kind each of them is
   */
  Map<String, Kind> taking(String organisation, Collection<String> references, LocalDate today);
}
