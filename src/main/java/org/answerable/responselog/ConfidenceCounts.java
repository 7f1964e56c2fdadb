package org.answerable.responselog;

import java.time.LocalDate;
import java.util.List;

/**
 * What of a quarter was in confidence or set aside, as numbers, each in whole steps of {@link
 * Suppressed#K}; 0: fewer.
 *
 * @param quarter its first day
 * @param received what accuses or endangers somebody, and what is for a trained person alone
 * @param answered of them, until the quarter's end
 * @param late of them: not answered by their day
 * @param setAside what was no feedback
 */
public record ConfidenceCounts(
    LocalDate quarter, int received, int answered, int late, int setAside) {

  /** The quarter's last day. */
  public LocalDate until() {
    return quarter.plusMonths(3).minusDays(1);
  }

  /** Where they stand. */
  public interface All {
    /** The latest quarter first; at most so many. */
    List<ConfidenceCounts> of(String organisation, int limit);
  }
}
