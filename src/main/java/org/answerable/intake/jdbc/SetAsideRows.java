package org.answerable.intake.jdbc;

import java.time.LocalDate;
import org.answerable.intake.Aside;
import org.answerable.organisation.Organisation;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was set aside as no feedback: its monthly numbers, and its end. */
final class SetAsideRows {
  /** Days that a text is kept, since it was set aside, for a person to turn it into feedback. */
  static final int KEPT_DAYS = 30;

  private final JdbcClient tx;
  private final Organisation organisation;

  SetAsideRows(JdbcClient tx, Organisation organisation) {
    this.tx = tx;
    this.organisation = organisation;
  }

  /**
   * Counts one more, or one less.
   *
   * @param day on which it came
   */
  void count(Aside why, LocalDate day, int change) {
    tx.sql(
            """
            insert into intake.set_aside as s (organisation, month, kind, count) values (?, ?, ?, ?)
            on conflict (organisation, month, kind) do update set count = s.count + excluded.count
            """)
        .params(organisation.id(), day.withDayOfMonth(1), why.words(), change)
        .update();
  }

  /** Removes texts that nobody turned into feedback in time. */
  void forget(LocalDate today) {
    tx.sql(
            """
            with gone as (
              delete from intake.given
              where organisation = ? and aside is not null and coalesce(aside_day, day) < ?
              returning feedback)
            delete from intake.part p using gone
            where p.organisation = ? and p.feedback = gone.feedback
            """)
        .params(organisation.id(), today.minusDays(KEPT_DAYS), organisation.id())
        .update();
  }
}
