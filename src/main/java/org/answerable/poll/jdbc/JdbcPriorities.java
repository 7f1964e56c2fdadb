package org.answerable.poll.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import org.answerable.platform.Databases;
import org.answerable.platform.Login;
import org.answerable.poll.Poll;
import org.answerable.poll.Priorities;
import org.answerable.poll.Priority;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Priorities in PostgreSQL. */
@Component
final class JdbcPriorities implements Priorities {
  private static final String SELECT =
      "select * from poll.priority where organisation = :organisation and ";
  private final Databases databases;

  JdbcPriorities(Databases databases) {
    this.databases = databases;
  }

  @Override
  public void add(Connection tx, Poll poll, List<Integer> options, LocalDate due) {
    for (int option : options) {
      Databases.on(tx)
          .sql("insert into poll.priority (organisation, poll, option, due) values (?, ?, ?, ?)")
          .params(poll.organisation(), poll.reference(), option, due)
          .update();
    }
  }

  @Override
  public List<Priority> of(String organisation, String poll) {
    return select("poll = :poll order by option", organisation)
        .param("poll", poll)
        .query(JdbcPriorities::priority)
        .list();
  }

  @Override
  public List<Priority> unanswered(String organisation) {
    return select("answered is null order by due, poll, option", organisation)
        .query(JdbcPriorities::priority)
        .list();
  }

  @Override
  public List<Priority> late(String organisation, LocalDate today) {
    return select("answered is null and not overdue and due < :today", organisation)
        .param("today", today)
        .query(JdbcPriorities::priority)
        .list();
  }

  @Override
  public List<Priority> broken(String organisation, LocalDate today) {
    return select("promised < :today and not kept and not missed", organisation)
        .param("today", today)
        .query(JdbcPriorities::priority)
        .list();
  }

  private JdbcClient.StatementSpec select(String where, String organisation) {
    return databases.as(Login.POLL).sql(SELECT + where).param("organisation", organisation);
  }

  @Override
  public boolean overdue(Connection tx, Priority one) {
    return update(tx, one, "overdue = true", "answered is null and not overdue").update() == 1;
  }

  @Override
  public boolean answer(
      Connection tx, Priority one, LocalDate day, Priority.@Nullable Promise promise) {
    return update(tx, one, "answered = :day, what = :what, promised = :due", "answered is null")
            .param("day", day)
            .param("what", promise == null ? null : promise.what(), Types.BINARY)
            .param("due", promise == null ? null : promise.due(), Types.DATE)
            .update()
        == 1;
  }

  @Override
  public boolean keep(Connection tx, Priority one) {
    return update(tx, one, "kept = true", "what is not null and not kept").update() == 1;
  }

  @Override
  public boolean miss(Connection tx, Priority one) {
    return update(tx, one, "missed = true", "what is not null and not kept and not missed").update()
        == 1;
  }

  private static JdbcClient.StatementSpec update(
      Connection tx, Priority one, String change, String where) {
    return Databases.on(tx)
        .sql(
            "update poll.priority set "
                + change
                + " where organisation = :organisation and poll = :poll and option = :option and "
                + where)
        .param("organisation", one.organisation())
        .param("poll", one.poll())
        .param("option", one.option());
  }

  private static Priority priority(ResultSet row, int n) throws SQLException {
    byte[] what = row.getBytes("what");
    return new Priority(
        row.getString("organisation"),
        row.getString("poll"),
        row.getInt("option"),
        row.getObject("due", LocalDate.class),
        row.getObject("answered", LocalDate.class),
        what == null
            ? null
            : new Priority.Promise(
                what, row.getObject("promised", LocalDate.class), row.getBoolean("kept")));
  }
}
