package org.answerable.feedback;

import java.sql.Connection;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.answerable.feedback.Feedbacks.PromiseRow;
import org.answerable.feedback.Feedbacks.Scope;
import org.answerable.platform.keys.Sealed;

/** What becomes of promises and referrals, with the inbox's login: it adds rows. */
public interface Promises {
  /** Those whose day is over, and that neither were kept nor called late; the longest first. */
  List<Late> late(String organisation, LocalDate today, int limit);

  /** Those of what a leader may see that were not kept, the day that comes or went first. */
  List<Late> open(Scope scope, int limit, int offset);

  /** How many of those there are, without what they say. */
  Counts counts(Scope scope, LocalDate today, LocalDate soon);

  /**
   * n of what is open.
   *
   * @param late of them: their day is over
   * @param soon of them: it comes until a day that is near
   */
  record Counts(int all, int late, int soon) {}

  /** Notes what was done of one; the second of two at once is our own bug, the step told before. */
  void addKept(
      Connection tx, String organisation, UUID response, LocalDate day, String byRole, Sealed text);

  /** Notes that its day passed. */
  void addMissed(Connection tx, String organisation, UUID response, LocalDate day);

  /** A promise of a response. */
  record Late(FeedbackState state, UUID response, PromiseRow promise) {

    @Override
    public String toString() {
      return "Late[redacted]";
    }
  }
}
