package org.answerable.constituent.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.answerable.constituent.Constituents;
import org.answerable.platform.Databases;
import org.answerable.platform.Login;
import org.answerable.platform.SharedReads;
import org.answerable.platform.SqlArray;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The vault in PostgreSQL, as one login may see it. */
final class JdbcConstituents implements Constituents {
  private static final String COLUMNS =
      "select who, epoch, data_key, address, settings, stopped, muted, seen from"
          + " constituent.constituent ";

  /** One index lookup for each, also while the planner believes that the table is small. */
  private static final String BY_LOOKUPS =
      """
      select m.n, c.*
      from unnest(?::text[], ?::int[], ?::bytea[]) with ordinality as m(o, e, l, n)
      cross join lateral (
        select who, epoch, data_key, address, settings, stopped, muted, seen
        from constituent.constituent
        where organisation = m.o and epoch = m.e and lookup = m.l
        limit 1) c
      """;

  /** One more than one, so that a slow statement holds up nobody. */
  private static final int STATEMENTS = 2;

  private final SharedReads<Lookup, Row> lookups = new SharedReads<>(STATEMENTS, this::byLookups);
  private final Databases databases;
  private final Login login;

  JdbcConstituents(Databases databases, Login login) {
    this.databases = databases;
    this.login = login;
  }

  /** Asked for with each message, so those that arrive together are read together. */
  @Override
  public Optional<Row> byLookup(String organisation, int epoch, byte[] lookup) {
    return lookups.get(new Lookup(organisation, epoch, lookup));
  }

  private List<Optional<Row>> byLookups(List<Lookup> asked) {
    List<Optional<Row>> found =
        new ArrayList<>(Collections.nCopies(asked.size(), Optional.empty()));
    try (Connection connection = databases.source(login).getConnection();
        PreparedStatement statement = connection.prepareStatement(BY_LOOKUPS)) {
      statement.setArray(1, SqlArray.of(connection, "text", asked, Lookup::organisation));
      statement.setArray(2, SqlArray.of(connection, "int", asked, Lookup::epoch));
      statement.setArray(3, SqlArray.of(connection, "bytea", asked, Lookup::lookup));
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          found.set(rows.getInt("n") - 1, Optional.of(row(rows)));
        }
      }
      return found;
    } catch (SQLException e) {
      // without its text, which may quote what was asked for
      throw new DataAccessResourceFailureException("the vault can't be read: " + e.getSQLState());
    }
  }

  @Override
  public Optional<Row> byId(String organisation, UUID who) {
    return databases
        .as(login)
        .sql(COLUMNS + "where organisation = ? and who = ?")
        .params(organisation, who)
        .query((row, n) -> row(row))
        .optional();
  }

  @Override
  public List<Row> after(String organisation, UUID who, int limit) {
    return databases
        .as(login)
        .sql(COLUMNS + "where organisation = ? and who > ? order by who limit ?")
        .params(organisation, who, limit)
        .query((row, n) -> row(row))
        .list();
  }

  @Override
  public Optional<byte[]> route(String organisation, UUID feedback) {
    return databases
        .as(login)
        .sql("select who from constituent.route where organisation = ? and feedback = ?")
        .params(organisation, feedback)
        .query((row, n) -> row.getBytes(1))
        .optional();
  }

  @Override
  public void stop(String organisation, UUID who) {
    databases
        .as(login)
        .sql(
            """
            update constituent.constituent set stopped = true where organisation = ? and who = ?
            """)
        .params(organisation, who)
        .update();
  }

  @Override
  public void forget(String organisation, UUID who) {
    databases
        .as(login)
        .sql("delete from constituent.constituent where organisation = ? and who = ?")
        .params(organisation, who)
        .update();
  }

  @Override
  public void mute(String organisation, UUID who, LocalDate until) {
    databases
        .as(login)
        .sql(
            """
            update constituent.constituent set muted = greatest(muted, ?)
            where organisation = ? and who = ?
            """)
        .params(until, organisation, who)
        .update();
  }

  @Override
  public void keep(Kept answer) {
    databases
        .as(login)
        .sql(
            """
            insert into constituent.kept_answer (organisation, tag, answer, day, sealed)
            values (?, ?, ?, ?, ?) on conflict do nothing
            """)
        .params(answer.organisation(), answer.tag(), answer.answer(), answer.day(), answer.sealed())
        .update();
  }

  @Override
  public List<Kept> kept(String organisation, byte[] tag) {
    return databases
        .as(login)
        .sql(
            """
            select answer, day, sealed from constituent.kept_answer
            where organisation = ? and tag = ? order by day, answer
            """)
        .params(organisation, tag)
        .query(
            (row, n) ->
                new Kept(
                    organisation,
                    tag,
                    row.getObject(1, UUID.class),
                    row.getObject(2, LocalDate.class),
                    row.getBytes(3)))
        .list();
  }

  @Override
  public void dropKept(String organisation, LocalDate before) {
    for (String table : List.of("kept_answer", "question")) {
      databases
          .as(login)
          .sql("delete from constituent." + table + " where organisation = ? and day < ?")
          .params(organisation, before)
          .update();
    }
  }

  @Override
  public void ask(Asked question) {
    ask(databases.as(login), question);
  }

  /** Two statements: to write over what is sealed, a login would have to be allowed to read it. */
  static void ask(JdbcClient client, Asked question) {
    client
        .sql("delete from constituent.question where organisation = ? and tag = ?")
        .params(question.organisation(), question.tag())
        .update();
    byte[] row = question.sealed();
    if (row != null) {
      client
          .sql(
              """
              insert into constituent.question (organisation, tag, day, sealed) values (?, ?, ?, ?)
              on conflict do nothing
              """)
          .params(question.organisation(), question.tag(), question.day(), row)
          .update();
    }
  }

  @Override
  public Optional<byte[]> asked(String organisation, byte[] tag) {
    return databases
        .as(login)
        .sql("select sealed from constituent.question where organisation = ? and tag = ?")
        .params(organisation, tag)
        .query((row, n) -> row.getBytes(1))
        .optional();
  }

  static Row row(ResultSet row) throws SQLException {
    return new Row(
        row.getObject("who", UUID.class),
        row.getInt("epoch"),
        row.getBytes("data_key"),
        row.getBytes("address"),
        row.getBytes("settings"),
        row.getBoolean("stopped"),
        row.getObject("muted", LocalDate.class),
        row.getObject("seen", LocalDate.class));
  }

  private record Lookup(String organisation, int epoch, byte[] lookup) {}
}
