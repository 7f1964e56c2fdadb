package org.answerable.feedback.jdbc;

import java.time.LocalDate;
import java.util.List;
import org.answerable.feedback.DueFeedbacks;
import org.answerable.feedback.FeedbackState;
import org.answerable.platform.Databases;
import org.answerable.platform.Login;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Looks through the inbox's views, as a leader's pages do. */
@Component
final class JdbcDueFeedbacks implements DueFeedbacks {
  private final Databases databases;

  JdbcDueFeedbacks(Databases databases) {
    this.databases = databases;
  }

  @Override
  public List<FeedbackState> overdue(String organisation, LocalDate today, int limit) {
    return inbox()
        .sql(
            """
            select * from inbox.feedback f
            where organisation = :organisation and status not in ('answered', 'confirmed', 'partly', 'withdrawn') and due < :today
              and not exists (
                select from inbox.step o
                where o.organisation = f.organisation and o.feedback = f.feedback and o.what = 'overdue'
                  and o.number > coalesce((
                    select max(d.number) from inbox.step d
                    where d.organisation = f.organisation and d.feedback = f.feedback
                      and d.what = 'disputed'), 0))
            order by due, feedback
            limit :limit
            """)
        .param("organisation", organisation)
        .param("today", today)
        .param("limit", limit)
        .query(StepTable::state)
        .list();
  }

  @Override
  public List<FeedbackState> toFollowUp(
      String organisation, LocalDate from, LocalDate until, int limit) {
    return inbox()
        .sql(
            """
            select f.* from inbox.feedback f
            where f.organisation = :organisation and f.status = 'answered'
              and f.decision <> 'thanked'
              and f.feedback in (
                select r.feedback from inbox.response r
                where r.organisation = :organisation and r.day between :from and :until
                  and r.outcome = 'handed_over' and r.number = (
                    select max(a.number) from inbox.step a
                    where a.organisation = r.organisation and a.feedback = r.feedback
                      and a.what = 'answered'))
              and (select count(*) filter (where s.what = 'followed up')
                  <= count(*) filter (where s.what = 'disputed')
                from inbox.step s
                where s.organisation = f.organisation and s.feedback = f.feedback)
            order by f.feedback limit :limit
            """)
        .param("organisation", organisation)
        .param("from", from)
        .param("until", until)
        .param("limit", limit)
        .query(StepTable::state)
        .list();
  }

  private JdbcClient inbox() {
    return databases.as(Login.INBOX);
  }
}
