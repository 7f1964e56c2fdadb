package org.answerable.responselog.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BinaryOperator;
import org.answerable.platform.Databases;
import org.answerable.platform.Login;
import org.answerable.responselog.Closing;
import org.answerable.responselog.Entry;
import org.answerable.responselog.Quarter;
import org.answerable.responselog.Staging;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Closing in PostgreSQL. */
final class JdbcClosing implements Closing {
  private final Databases databases;
  private final Staging staging;

  JdbcClosing(Databases databases, Staging staging) {
    this.databases = databases;
    this.staging = staging;
  }

  @Override
  public void close(Connection tx, String organisation, String reference, LocalDate day) {
    Databases.on(tx)
        .sql(
            """
            update responselog.feedback set closed = coalesce(closed, ?)
            where organisation = ? and reference = ?
            """)
        .params(day, organisation, reference)
        .update();
  }

  @Override
  public void answered(Connection tx, String organisation, byte[] commitment, LocalDate day) {
    Databases.on(tx)
        .sql(
            """
            update responselog.receipt set answered = coalesce(answered, ?)
            where organisation = ? and commitment = ?
            """)
        .params(day, organisation, commitment)
        .update();
  }

  @Override
  public int tellLate(String organisation, LocalDate today, BinaryOperator<String> nextRole)
      throws SQLException {
    return databases.inTransaction(
        Login.LOG,
        tx -> {
          JdbcSequencer.lock(tx, organisation);
          JdbcClient client = Databases.on(tx);
          List<Late> late = new ArrayList<>(overdue(client, organisation, today, nextRole));
          late.addAll(missed(client, organisation, today));
          int told = 0;
          for (Late one : late) {
            if (isNew(client, organisation, one.id)) {
              staging.stage(tx, organisation, one.id, one.entry, List.of());
              told++;
            }
          }
          return told;
        });
  }

  private static List<Late> overdue(
      JdbcClient tx, String organisation, LocalDate today, BinaryOperator<String> nextRole) {
    return tx.sql(
            """
            select reference, topic, with_role, late from (
              select *, case when status = 'disputed' then again else due end as late
              from responselog.feedback
              where organisation = ? and closed is not null and not overdue
                and (responded is null or status = 'disputed') and status <> 'withdrawn') f
            where late < ? and greatest(late, closed) >= ?
            """)
        .params(organisation, today, Quarter.firstDay(today))
        .query(
            (row, n) -> {
              String from = row.getString("with_role");
              String to = nextRole.apply(row.getString("topic"), from);
              String reference = row.getString("reference");
              LocalDate due = row.getObject("late", LocalDate.class);
              var entry = new Entry.Overdue(today, reference, due, from, to);
              return new Late(Closing.late(reference), entry);
            })
        .list();
  }

  private static List<Late> missed(JdbcClient tx, String organisation, LocalDate today) {
    return tx.sql(
            """
            select p.reference, p.what, p.due, p.owner_role from responselog.promise p
            join responselog.feedback f
              on f.organisation = p.organisation and f.reference = p.reference
            where p.organisation = ? and f.closed is not null and f.status <> 'withdrawn'
              and p.kept is null and p.missed is null
              and p.due < ? and greatest(p.due, f.closed) >= ?
            """)
        .params(organisation, today, Quarter.firstDay(today))
        .query(
            (row, n) -> {
              String reference = row.getString("reference");
              byte[] what = row.getBytes("what");
              LocalDate due = row.getObject("due", LocalDate.class);
              Entry entry =
                  row.getString("owner_role") == null
                      ? new Entry.ReferralUnanswered(today, reference, what, due)
                      : new Entry.CommitmentMissed(today, reference, what, due);
              return new Late(Closing.late(reference, what), entry);
            })
        .list();
  }

  /** Whether it does not wait for its slot already. */
  private static boolean isNew(JdbcClient tx, String organisation, UUID id) {
    return tx.sql(
            "select not exists (select from responselog.staged where organisation = ? and entry ="
                + " ?)")
        .params(organisation, id)
        .query(Boolean.class)
        .single();
  }

  private record Late(UUID id, Entry entry) {}
}
