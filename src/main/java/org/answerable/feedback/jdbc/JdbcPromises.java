package org.answerable.feedback.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.answerable.feedback.Feedbacks.PromiseRow;
import org.answerable.feedback.Feedbacks.Scope;
import org.answerable.feedback.Promises;
import org.answerable.platform.Databases;
import org.answerable.platform.Login;
import org.answerable.platform.keys.Sealed;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Promises in PostgreSQL. */
@Component
final class JdbcPromises implements Promises {
  /** What of a leader's was promised and not kept. */
  private static final String OPEN =
      """
      from inbox.response r
      join (select *
      """
          + JdbcFeedbacks.SEEN
          + """
          ) f on f.organisation = r.organisation and f.feedback = r.feedback
          where r.due is not null and r.kept is null
            and r.outcome <> 'taken_back' and f.status <> 'withdrawn'
          """;

  private final Databases databases;

  JdbcPromises(Databases databases) {
    this.databases = databases;
  }

  @Override
  public List<Late> late(String organisation, LocalDate today, int limit) {
    return databases
        .as(Login.INBOX)
        .sql(
            """
            select f.*, r.response, r.owner_role, r.due as promise_due, r.hash, r.promise_key,
              r.promise, r.kept, r.kept_key, r.kept_text, r.missed
            from inbox.response r
            join inbox.feedback f on f.organisation = r.organisation and f.feedback = r.feedback
            where r.organisation = :organisation and r.due < :today
              and r.kept is null and r.missed is null
              and r.outcome <> 'taken_back' and f.status <> 'withdrawn'
            order by r.due, r.response limit :limit
            """)
        .param("organisation", organisation)
        .param("today", today)
        .param("limit", limit)
        .query(JdbcPromises::late)
        .list();
  }

  @Override
  public List<Late> open(Scope scope, int limit, int offset) {
    return JdbcFeedbacks.seen(
            databases.as(Login.INBOX),
            """
            select f.*, r.response, r.owner_role, r.due as promise_due, r.hash, r.promise_key,
              r.promise, r.kept, r.kept_key, r.kept_text, r.missed
            """
                + OPEN
                + "order by r.due, r.response limit :limit offset :offset",
            scope)
        .param("limit", limit)
        .param("offset", offset)
        .query(JdbcPromises::late)
        .list();
  }

  @Override
  public Counts counts(Scope scope, LocalDate today, LocalDate soon) {
    return JdbcFeedbacks.seen(
            databases.as(Login.INBOX),
            """
            select count(*), count(*) filter (where r.due < :today),
              count(*) filter (where r.due between :today and :soon)
            """
                + OPEN,
            scope)
        .param("today", today)
        .param("soon", soon)
        .query((row, n) -> new Counts(row.getInt(1), row.getInt(2), row.getInt(3)))
        .single();
  }

  private static Late late(ResultSet row, int n) throws SQLException {
    return new Late(
        StepTable.state(row, n),
        row.getObject("response", UUID.class),
        promise(row, "promise_due"));
  }

  @Override
  public void addKept(
      Connection tx,
      String organisation,
      UUID response,
      LocalDate day,
      String byRole,
      Sealed text) {
    Databases.on(tx)
        .sql(
            """
            insert into feedback.kept (organisation, response, day, by_role, text_key, text)
            values (?, ?, ?, ?, ?, ?)
            """)
        .params(organisation, response, day, byRole, text.key(), text.text())
        .update();
  }

  @Override
  public void addMissed(Connection tx, String organisation, UUID response, LocalDate day) {
    Databases.on(tx)
        .sql("insert into feedback.missed (organisation, response, day) values (?, ?, ?)")
        .params(organisation, response, day)
        .update();
  }

  /** The promise of a row of {@code inbox.response} that has one. */
  static PromiseRow promise(ResultSet row, String due) throws SQLException {
    return new PromiseRow(
        row.getString("owner_role"),
        row.getObject(due, LocalDate.class),
        new Sealed(row.getBytes("promise_key"), row.getBytes("promise")),
        row.getBytes("hash"),
        StepTable.day(row, "kept"),
        kept(row),
        StepTable.day(row, "missed"));
  }

  private static @Nullable Sealed kept(ResultSet row) throws SQLException {
    byte[] key = row.getBytes("kept_key");
    return key == null ? null : new Sealed(key, row.getBytes("kept_text"));
  }
}
