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
    Counts confidential = confidential(from, until);
    var entry =
        new Entry.InConfidence(
            today,
            from,
            steps(confidential.received),
            steps(confidential.answered),
            steps(confidential.late),
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

  /** What accuses or endangers somebody, and what was confided. */
  private Counts confidential(LocalDate from, LocalDate until) {
    return tx.sql("select received, answered, late from confidential.quarter(?, ?, ?, ?)")
        .params(organisation.id(), from, until, CONFIDED_DAYS)
        .query((row, n) -> new Counts(row.getLong(1), row.getLong(2), row.getLong(3)))
        .single();
  }

  private record Counts(long received, long answered, long late) {}
}
