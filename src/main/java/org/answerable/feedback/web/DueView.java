package org.answerable.feedback.web;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.answerable.feedback.Commitment;
import org.answerable.feedback.FeedbackLimits;
import org.answerable.feedback.KeepingPromises.Due;
import org.answerable.feedback.KeepingPromises.DuePage;
import org.answerable.feedback.Promises.Counts;
import org.answerable.organisation.Organisation;
import org.jspecify.annotations.Nullable;

/**
 * What was promised, and what bodies outside were asked, as its template shows it.
 *
 * @param earlier the address of the page before; null: there is none
 * @param later that of the page behind
 * @param pages which of how many this is
 */
public record DueView(
    String heading,
    List<Row> rows,
    @Nullable String earlier,
    @Nullable String later,
    String pages) {
  private static final String PAGE = "/inbox/due?page=";

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
  static DueView of(Organisation organisation, DuePage due, LocalDate today) {
    var words = new Vocabulary(organisation, today);
    int late = due.counts().late();
    String heading =
        due.counts().all() == 0
            ? "Nothing is promised"
            : late == 0 ? "Nothing is late" : late + " late";
    return new DueView(
        heading,
        due.rows().stream().map(one -> row(one, words, today)).toList(),
        due.page() > 1 ? PAGE + (due.page() - 1) : null,
        due.page() < due.pages() ? PAGE + (due.page() + 1) : null,
        "Page " + due.page() + " of " + due.pages());
  }

  /** What is late, and what falls due within days; empty: nothing. */
  static String note(Counts counts) {
    String overdue = counts.late() == 0 ? "" : promises(counts.late()) + " late. ";
    String near =
        counts.soon() == 0
            ? ""
            : promises(counts.soon()) + " due within " + FeedbackLimits.DUE_SOON_DAYS + " days.";
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
