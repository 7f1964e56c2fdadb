package org.answerable.intake.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.answerable.organisation.Organisation;
import org.answerable.responselog.Entry;
import org.answerable.responselog.Quarter;
import org.answerable.responselog.Staging;
import org.answerable.responselog.Suppressed;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What of a quarter was in confidence or set aside, as numbers, on the first day of the next: for
 * all at once, so that no number moves on the day on which somebody wrote. Each feedback counts in
 * the quarter in which it became confidential.
 */
final class QuarterCounts {
  private static final int MONTHS = 3;

  /** Days in which a focal point agrees on a plan with whoever confided something. */
  private static final int CONFIDED_DAYS = 3;

  private final JdbcClient tx;
  private final Organisation organisation;
  private final Staging staging;

  QuarterCounts(JdbcClient tx, Organisation organisation, Staging staging) {
    this.tx = tx;
    this.organisation = organisation;
    this.staging = staging;
  }

  /**
   * Tells the last quarter that is over, once, if the organisation was here in it.
   *
   * @return how many were told
   */
  int tell(Connection connection, Instant now) throws SQLException {
    LocalDate today = organisation.day(now);
    LocalDate until = Quarter.firstDay(today);
    LocalDate from = until.minusMonths(MONTHS);
    if (isTold(from) || !wasHere(until) || !isFirst(from)) {
      return 0;
    }
    Counts open = accusing(from, until);
    Counts confided = confided(from, until);
    var entry =
        new Entry.InConfidence(
            today,
            from,
            steps(open.received + confided.received),
            steps(open.answered + confided.answered),
            steps(open.late + confided.late),
            steps(setAside(from, until)));
    staging.stage(connection, organisation.id(), List.of(entry));
    return 1;
  }

  private static int steps(long count) {
    return Math.toIntExact(Suppressed.steps(count));
  }

  private boolean isTold(LocalDate quarter) {
    return tx.sql(
            "select exists (select from intake.quarter where organisation = ? and quarter = ?)")
        .params(organisation.id(), quarter)
        .query(Boolean.class)
        .single();
  }

  private boolean wasHere(LocalDate until) {
    return tx.sql(
            "select exists (select from constituent.epoch where organisation = ? and since < ?)")
        .params(organisation.id(), until)
        .query(Boolean.class)
        .single();
  }

  /** Of several nodes one tells it. */
  private boolean isFirst(LocalDate quarter) {
    return tx.sql("insert into intake.quarter values (?, ?) on conflict do nothing")
            .params(organisation.id(), quarter)
            .update()
        > 0;
  }

  /** What accuses or endangers somebody: it was answered, or its day passed. */
  private Counts accusing(LocalDate from, LocalDate until) {
    return counts(
        """
        with first as (
          select feedback, min(day) as day from feedback.step
          where organisation = :organisation and sensitivity = 'S2' group by feedback
        ), last as (
          select distinct on (s.feedback) s.feedback, s.responded, s.due
          from feedback.step s join first f on f.feedback = s.feedback
          where s.organisation = :organisation and f.day >= :from and f.day < :until
            and s.day < :until
          order by s.feedback, s.number desc)
        select count(*), count(*) filter (where responded is not null),
          count(*) filter (where due < coalesce(responded, :until))
        from last
        """,
        from,
        until);
  }

  private Counts confided(LocalDate from, LocalDate until) {
    return counts(
        """
        with report as (
          select r.day, (
            select min(s.day) from confidential.step s
            where s.organisation = r.organisation and s.reference = r.reference
              and s.by_role is not null and s.what <> 'shared' and s.day < :until) as answered
          from confidential.report r
          where r.organisation = :organisation and r.day >= :from and r.day < :until)
        select count(*), count(answered),
          count(*) filter (where day + :days < coalesce(answered, :until))
        from report
        """,
        from,
        until);
  }

  private long setAside(LocalDate from, LocalDate until) {
    return tx.sql(
            """
            select coalesce(sum(count), 0) from intake.set_aside
            where organisation = ? and month >= ? and month < ?
            """)
        .params(organisation.id(), from, until)
        .query(Long.class)
        .single();
  }

  private Counts counts(String sql, LocalDate from, LocalDate until) {
    return tx.sql(sql)
        .param("organisation", organisation.id())
        .param("from", from)
        .param("until", until)
        .param("days", CONFIDED_DAYS)
        .query((row, n) -> new Counts(row.getLong(1), row.getLong(2), row.getLong(3)))
        .single();
  }

  private record Counts(long received, long answered, long late) {}
}
