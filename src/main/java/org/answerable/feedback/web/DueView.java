package org.answerable.feedback.web;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.answerable.feedback.Commitment;
import org.answerable.feedback.FeedbackLimits;
import org.answerable.feedback.KeepingPromises.Due;
import org.answerable.organisation.Organisation;

/**
 * What was promised, and what bodies outside were asked, as its template shows it.
 *
 * @param note what is late, and what falls due within days; empty: nothing
 */
public record DueView(String heading, String note, List<Row> rows) {

  /**
   * A promise, or a referral.
   *
   * @param days until its day, or since it
   * @param who has to keep it, or to answer
   */
  public record Row(
      String reference,
      long days,
      boolean late,
      String title,
      String what,
      String who,
      boolean isPublic,
      ThreadView.Keep keep) {

    @Override
    public String toString() {
      return "Row[redacted]";
    }
  }

  /**
   * @param due the day that comes or went first stands first
   */
  static DueView of(Organisation organisation, List<Due> due, LocalDate today) {
    var words = new Vocabulary(organisation, today);
    long late = due.stream().filter(Due::missed).count();
    LocalDate soon = today.plusDays(FeedbackLimits.DUE_SOON_DAYS);
    long coming =
        due.stream().filter(one -> !one.missed() && !one.made().due().isAfter(soon)).count();
    String heading =
        due.isEmpty() ? "Nothing is promised" : late == 0 ? "Nothing is late" : late + " late";
    return new DueView(
        heading, note(late, coming), due.stream().map(one -> row(one, words, today)).toList());
  }

  private static String note(long late, long coming) {
    String overdue = late == 0 ? "" : promises(late) + " late. ";
    String near =
        coming == 0
            ? ""
            : promises(coming) + " due within " + FeedbackLimits.DUE_SOON_DAYS + " days.";
    return (overdue + near).strip();
  }

  private static String promises(long count) {
    return count == 1 ? "1 promise or referral is" : count + " promises and referrals are";
  }

  private static Row row(Due due, Vocabulary words, LocalDate today) {
    Commitment made = due.made();
    String owner = made.ownerRole();
    String by = " by " + words.day(made.due());
    return new Row(
        due.state().reference(),
        Math.abs(ChronoUnit.DAYS.between(today, made.due())),
        due.missed(),
        words.title(due.state()),
        made.what(),
        owner == null ? "They should answer" + by : words.role(owner) + by,
        due.isPublic(),
        new ThreadView.Keep(due.response(), made.isReferral()));
  }

  @Override
  public String toString() {
    return "DueView[redacted]";
  }
}
