package org.answerable.poll.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.answerable.platform.Databases;
import org.answerable.platform.Login;
import org.answerable.platform.SqlArray;
import org.answerable.poll.Ballots;
import org.answerable.poll.Poll;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Live ballots in PostgreSQL. */
@Component
final class JdbcBallots implements Ballots {
  private final Databases databases;

  JdbcBallots(Databases databases) {
    this.databases = databases;
  }

  private JdbcClient db() {
    return databases.as(Login.POLL);
  }

  @Override
  public Optional<byte[]> choice(String organisation, String poll, byte[] voter) {
    return db().sql(
            "select choice from poll.ballot where organisation = ? and poll = ? and voter = ?")
        .params(organisation, poll, voter)
        .query((row, n) -> row.getBytes(1))
        .optional();
  }

  @Override
  public void forget(String organisation, String poll, byte[] voter) {
    db().sql("delete from poll.ballot where organisation = ? and poll = ? and voter = ?")
        .params(organisation, poll, voter)
        .update();
  }

  /** Asked for by whoever takes messages in. */
  @Override
  public boolean hasCode(String organisation, String poll, byte[] voter) {
    return databases
        .as(Login.INTAKE)
        .sql(
            """
            select exists (
              select from poll.code where organisation = ? and poll = ? and voter = ?)
            """)
        .params(organisation, poll, voter)
        .query(Boolean.class)
        .single();
  }

  @Override
  public void open(Connection tx, Poll poll) throws SQLException {
    update(tx, "insert into poll.taking (organisation, poll) values (?, ?)", poll);
  }

  /** Waits for the row's holders; the statements behind it see all that they committed. */
  @Override
  public boolean shut(Connection tx, Poll poll) throws SQLException {
    return update(tx, "delete from poll.taking where organisation = ? and poll = ?", poll) == 1;
  }

  @Override
  public List<SealedBallot> take(Connection tx, Poll poll) throws SQLException {
    return Databases.on(tx)
        .sql(
            """
            delete from poll.ballot where organisation = ? and poll = ? returning voter, choice
            """)
        .params(poll.organisation(), poll.reference())
        .query((row, n) -> new SealedBallot(row.getBytes(1), row.getBytes(2)))
        .list();
  }

  @Override
  public void part(Connection tx, Poll poll, List<LooseBallot> ballots) throws SQLException {
    update(tx, "delete from poll.ballot where organisation = ? and poll = ?", poll);
    update(tx, "delete from poll.code where organisation = ? and poll = ?", poll);
    try (PreparedStatement insert =
        tx.prepareStatement(
            """
            insert into poll.loose_ballot (organisation, poll, ballot, line)
            select ?, ?, b, l from unnest(?::uuid[], ?::text[]) as m(b, l)
            """)) {
      insert.setString(1, poll.organisation());
      insert.setString(2, poll.reference());
      insert.setArray(3, SqlArray.of(tx, "uuid", ballots, LooseBallot::id));
      insert.setArray(4, SqlArray.of(tx, "text", ballots, LooseBallot::line));
      insert.executeUpdate();
    }
  }

  private static int update(Connection tx, String sql, Poll poll) throws SQLException {
    try (PreparedStatement statement = tx.prepareStatement(sql)) {
      statement.setString(1, poll.organisation());
      statement.setString(2, poll.reference());
      return statement.executeUpdate();
    }
  }
}
