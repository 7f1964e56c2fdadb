package org.answerable.delivery.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.answerable.delivery.Deliveries;
import org.answerable.delivery.DeliveryOutcome;
import org.answerable.delivery.Leased;
import org.answerable.platform.Databases;
import org.answerable.platform.Login;
import org.answerable.platform.keys.Sealed;

/** Leases in PostgreSQL, so that any number of nodes can work on one outbox. */
final class JdbcDeliveries implements Deliveries {
  private final Databases databases;

  JdbcDeliveries(Databases databases) {
    this.databases = databases;
  }

  /**
   * Two nodes at once pass each other by ({@code skip locked}); one that comes a moment later finds
   * the other's lease in its way. A lease that ended keeps its {@code sending}. What is closed has
   * left the outbox, so an earlier response that is there goes first.
   */
  @Override
  public List<Leased> lease(int limit, Instant now, Duration lease) {
    // the end tells leases apart, so it is what the database can hold: microseconds
    Instant until = now.plus(lease).truncatedTo(ChronoUnit.MICROS);
    return databases
        .as(Login.DELIVERY)
        .sql(
            """
            with due as (
              select o.organisation, o.message from delivery.outbox o
              where o.due <= :now and not exists (
                select from delivery.lease l
                where l.organisation = o.organisation and l.message = o.message and l.until > :now)
              and not exists (
                select from delivery.outbox e
                where e.organisation = o.organisation and e.feedback = o.feedback
                  and e.number < o.number)
              order by o.due limit :limit
              for update of o skip locked),
            leased as (
              insert into delivery.lease as held (organisation, message, until, sending)
              select organisation, message, :until, false from due
              on conflict (organisation, message) do update set until = excluded.until
              where held.until <= :now
              returning organisation, message, sending)
            select o.organisation, o.message, o.feedback, o.response,
              coalesce(f.commitment, '') as commitment, o.attempts, o.receipt, o.text_key, o.text,
              r.withdrawn is not null as withdrawn, l.sending
            from leased l
            join delivery.outbox o on o.organisation = l.organisation and o.message = l.message
            left join feedback.feedback f
              on f.organisation = o.organisation and f.feedback = o.feedback
            left join responselog.receipt r
              on r.organisation = f.organisation and r.commitment = f.commitment
            """)
        .param("now", utc(now))
        .param("until", utc(until))
        .param("limit", limit)
        .query((row, n) -> leased(row, until))
        .list();
  }

  @Override
  public boolean begin(Leased leased) {
    return databases
            .as(Login.DELIVERY)
            .sql(
                """
                update delivery.lease set sending = true
                where organisation = ? and message = ? and until = ? and not sending
                """)
            .params(leased.organisation(), leased.message(), utc(leased.until()))
            .update()
        == 1;
  }

  @Override
  public void close(Leased leased, DeliveryOutcome outcome, LocalDate day) throws SQLException {
    databases.inTransaction(
        Login.DELIVERY,
        tx -> {
          boolean held = giveBack(tx, leased);
          if (held) {
            note(tx, leased, outcome, day);
          }
          return held;
        });
  }

  @Override
  public void hold(Leased leased, Instant until) {
    databases
        .as(Login.DELIVERY)
        .sql(
            """
            update delivery.lease set until = ?
            where organisation = ? and message = ? and until = ? and not sending
            """)
        .params(utc(until), leased.organisation(), leased.message(), utc(leased.until()))
        .update();
  }

  @Override
  public void postpone(Leased leased, Instant due) throws SQLException {
    databases.inTransaction(
        Login.DELIVERY,
        tx -> {
          boolean held = giveBack(tx, leased);
          if (held) {
            Databases.on(tx)
                .sql(
                    """
                    update delivery.outbox set attempts = attempts + 1, due = ?
                    where organisation = ? and message = ?
                    """)
                .params(utc(due), leased.organisation(), leased.message())
                .update();
          }
          return held;
        });
  }

  /** Ends the lease, if it is still this one. */
  private static boolean giveBack(Connection tx, Leased leased) {
    return Databases.on(tx)
            .sql("delete from delivery.lease where organisation = ? and message = ? and until = ?")
            .params(leased.organisation(), leased.message(), utc(leased.until()))
            .update()
        == 1;
  }

  private static void note(Connection tx, Leased leased, DeliveryOutcome outcome, LocalDate day) {
    Databases.on(tx)
        .sql(
            """
            insert into delivery.outcome (organisation, response, outcome, day)
            values (?, ?, ?, ?) on conflict do nothing
            """)
        .params(leased.organisation(), leased.response(), outcome.word(), day)
        .update();
    Databases.on(tx)
        .sql("delete from delivery.outbox where organisation = ? and message = ?")
        .params(leased.organisation(), leased.message())
        .update();
  }

  private static Leased leased(ResultSet row, Instant until) throws SQLException {
    return new Leased(
        row.getString("organisation"),
        row.getObject("message", UUID.class),
        row.getObject("feedback", UUID.class),
        row.getObject("response", UUID.class),
        row.getBytes("commitment"),
        row.getInt("attempts"),
        new Sealed(row.getBytes("text_key"), row.getBytes("text")),
        row.getBoolean("receipt"),
        until,
        row.getBoolean("withdrawn"),
        row.getBoolean("sending"));
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
