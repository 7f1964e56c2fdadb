package org.answerable.feedback;

import java.time.LocalDate;
import java.util.List;

/** What daily sweeps look for, with the inbox's login. */
public interface DueFeedbacks {
  /** Unanswered ones whose day is over and that have no step that says so; the longest first. */
  List<FeedbackState> overdue(String organisation, LocalDate today, int limit);

  /**
   * Answered ones whose sender was not asked yet whether that helped, and whose answer of these
   * days was handed over; thanks are not asked about. After a dispute, they are once more.
   */
  List<FeedbackState> toFollowUp(String organisation, LocalDate from, LocalDate until, int limit);
}
