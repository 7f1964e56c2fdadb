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
import java.util.Map;
import java.util.UUID;
import org.answerable.delivery.Backlog;
import org.answerable.delivery.Deliveries;
import org.answerable.delivery.DeliveryOutcome;
import org.answerable.delivery.Leased;
import org.answerable.delivery.Phrase;
import org.answerable.platform.Databases;
import org.answerable.platform.Login;
import org.answerable.platform.keys.Sealed;
import org.jspecify.annotations.Nullable;

/** Leases in PostgreSQL, so that any number of nodes can work on one outbox. */
final class JdbcDeliveries implements Deliveries {
  private static final String LEASE =
      """
      with place as (
        select p.*, (
            select count(*) from delivery.lease l
            where l.organisation = p.organisation and l.until > :now and l.until <= :until) as busy
        from unnest(cast(:organisations as text[]), cast(:places as int[]))
          as p(organisation, places)),
      waiting as (
        select w.*,
          p.busy + row_number() over (partition by w.organisation order by w.due) as turn
        from place p cross join lateral (
          select o.organisation, o.message, o.due from delivery.outbox o
          where o.organisation = p.organisation and o.due <= :now
          and (o.aside is null or exists (
            select from delivery.decision d
            where d.organisation = o.organisation and d.response = o.response
              and d.round = o.round and d.again))
          and not exists (
            select from delivery.lease l
            where l.organisation = o.organisation and l.message = o.message and l.until > :now)
          and not exists (
            select from delivery.outbox e
            where e.organisation = o.organisation and e.feedback = o.feedback
              and e.number < o.number and e.aside is null)
          order by o.due limit least(p.places, :limit)) w),
      due as (
        select o.organisation, o.message, o.aside
        from waiting w
        join delivery.outbox o on o.organisation = w.organisation and o.message = w.message
        order by w.turn, w.due limit :limit
        for update of o skip locked),
      again as (
        update delivery.outbox o set aside = null, round = round + 1, attempts = 0,
          due = :now
        from due where due.aside is not null
          and o.organisation = due.organisation and o.message = due.message
        returning o.message),
      leased as (
        insert into delivery.lease as held (organisation, message, until)
        select organisation, message, :until from due
        on conflict (organisation, message) do update set until = excluded.until
        where held.until <= :now
        returning organisation, message, began)
      select o.organisation, o.message, o.feedback, o.response,
        coalesce(f.commitment, c.commitment, '') as commitment, o.receipt, o.once, o.question,
        case when a.message is null then o.attempts else 0 end as attempts,
        case when a.message is null then o.due else :now end as due,
        o.announced, o.text_key, o.text, r.withdrawn is not null as withdrawn, l.began,
        o.phrase
      from leased l
      join delivery.outbox o on o.organisation = l.organisation and o.message = l.message
      left join again a on a.message = o.message
      left join feedback.feedback f
        on f.organisation = o.organisation and f.feedback = o.feedback
      left join confidential.report c
        on c.organisation = o.organisation and c.report = o.feedback
      left join responselog.receipt r
        on r.organisation = o.organisation and r.commitment = coalesce(f.commitment, c.commitment)
      """;

  private final Databases databases;

  JdbcDeliveries(Databases databases) {
    this.databases = databases;
  }

  /**
   * Two nodes at once pass each other by ({@code skip locked}); one that comes a moment later finds
   * the other's lease in its way. A lease that ended keeps its {@code began}. What is closed has
   * left the outbox, so an earlier response that is there goes first; unless it waits for somebody
   * to decide about it. What they have sent again is as new, and due from now. Organisations take
   * turns by what is on its way for each already: where one place is free at a time, too. What is
   * held for longer than a lease is not on its way.
   */
  @Override
  public List<Leased> lease(int limit, Map<String, Integer> places, Instant now, Duration lease) {
    // the end tells leases apart, so it is what the database can hold: microseconds
    Instant until = now.plus(lease).truncatedTo(ChronoUnit.MICROS);
    return databases
        .as(Login.DELIVERY)
        .sql(LEASE)
        .param("now", utc(now))
        .param("until", utc(until))
        .param("limit", limit)
        .param("organisations", places.keySet().toArray(String[]::new))
        .param("places", places.values().toArray(Integer[]::new))
        .query((row, n) -> leased(row, until))
        .list();
  }

  @Override
  public Backlog backlog(Instant now) {
    return databases
        .as(Login.DELIVERY)
        .sql(
            """
            select count(*) filter (where ready), min(due) filter (where ready),
              count(*) filter (where aside is not null)
            from (
              select o.due, o.aside, o.aside is null and o.due <= :now and not exists (
                select from delivery.lease l
                where l.organisation = o.organisation and l.message = o.message
                  and l.until > :now) as ready
              from delivery.outbox o) o
            """)
        .param("now", utc(now))
        .query((row, n) -> new Backlog(row.getInt(1), age(row, now), row.getInt(3)))
        .single();
  }

  private static Duration age(ResultSet row, Instant now) throws SQLException {
    OffsetDateTime due = row.getObject(2, OffsetDateTime.class);
    return due == null ? Duration.ZERO : Duration.between(due.toInstant(), now);
  }

  @Override
  public boolean begin(Leased leased, Instant now) {
    return databases
            .as(Login.DELIVERY)
            .sql(
                """
                update delivery.lease set began = ?
                where organisation = ? and message = ? and until = ? and began is null
                """)
            .params(utc(now), leased.organisation(), leased.message(), utc(leased.until()))
            .update()
        == 1;
  }

  @Override
  public void close(Leased leased, DeliveryOutcome outcome, @Nullable String aside, LocalDate day)
      throws SQLException {
    databases.inTransaction(
        Login.DELIVERY,
        tx -> {
          boolean held = giveBack(tx, leased);
          if (held) {
            note(tx, leased, outcome, aside, day);
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
            where organisation = ? and message = ? and until = ? and began is null
            """)
        .params(utc(until), leased.organisation(), leased.message(), utc(leased.until()))
        .update();
  }

  @Override
  public void announced(Leased leased) {
    databases
        .as(Login.DELIVERY)
        .sql("update delivery.outbox set announced = true where organisation = ? and message = ?")
        .params(leased.organisation(), leased.message())
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

  @Override
  public void dropLeft(LocalDate before) throws SQLException {
    databases.inTransaction(
        Login.DELIVERY,
        tx -> {
          Databases.on(tx)
              .sql(
                  """
                  insert into delivery.decision (organisation, response, round, again)
                  select organisation, response, o.round, false
                  from delivery.outbox o join delivery.outcome u using (organisation, response)
                  where o.aside is not null and u.round = o.round and u.day < ?
                  order by organisation, response, o.round on conflict do nothing
                  """)
              .param(before)
              .update();
          return Databases.on(tx)
              .sql(
                  """
                  delete from delivery.outbox o using delivery.decision d
                  where o.aside is not null and d.organisation = o.organisation
                    and d.response = o.response and d.round = o.round and not d.again
                  """)
              .update();
        });
  }

  /**
   * Ends the lease, if it is still this one. The message is locked before its lease, as who leases
   * it again does: in the other order each would wait for the other.
   */
  private static boolean giveBack(Connection tx, Leased leased) {
    Databases.on(tx)
        .sql("select 1 from delivery.outbox where organisation = ? and message = ? for update")
        .params(leased.organisation(), leased.message())
        .query(Integer.class)
        .optional();
    return Databases.on(tx)
            .sql("delete from delivery.lease where organisation = ? and message = ? and until = ?")
            .params(leased.organisation(), leased.message(), utc(leased.until()))
            .update()
        == 1;
  }

  private static void note(
      Connection tx,
      Leased leased,
      DeliveryOutcome outcome,
      @Nullable String aside,
      LocalDate day) {
    Databases.on(tx)
        .sql(
            """
            insert into delivery.outcome (organisation, response, round, outcome, day)
            select organisation, response, round, ?, ? from delivery.outbox
            where organisation = ? and message = ? on conflict do nothing
            """)
        .params(outcome.word(), day, leased.organisation(), leased.message())
        .update();
    if (aside == null) {
      Databases.on(tx)
          .sql("delete from delivery.outbox where organisation = ? and message = ?")
          .params(leased.organisation(), leased.message())
          .update();
    } else {
      Databases.on(tx)
          .sql("update delivery.outbox set aside = ? where organisation = ? and message = ?")
          .params(aside, leased.organisation(), leased.message())
          .update();
    }
  }

  private static Leased leased(ResultSet row, Instant until) throws SQLException {
    String phrase = row.getString("phrase");
    return new Leased(
        row.getString("organisation"),
        row.getObject("message", UUID.class),
        row.getObject("feedback", UUID.class),
        row.getObject("response", UUID.class),
        row.getBytes("commitment"),
        row.getInt("attempts"),
        new Sealed(row.getBytes("text_key"), row.getBytes("text")),
        row.getBoolean("receipt"),
        row.getBoolean("once"),
        row.getBoolean("question"),
        row.getObject("due", OffsetDateTime.class).toInstant(),
        row.getBoolean("announced"),
        until,
        row.getBoolean("withdrawn"),
        moment(row, "began"),
        phrase == null ? null : Phrase.ofWord(phrase));
  }

  private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
    OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
    return moment == null ? null : moment.toInstant();
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
