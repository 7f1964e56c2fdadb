package org.answerable.poll.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import org.answerable.platform.Databases;
import org.answerable.platform.Login;
import org.answerable.poll.Poll;
import org.answerable.poll.Uncounted;
import org.springframework.stereotype.Component;

/** What does not count, in PostgreSQL. */
@Component
final class JdbcUncounted implements Uncounted {
  private final Databases databases;

  JdbcUncounted(Databases databases) {
    this.databases = databases;
  }

  @Override
  public List<SealedCounts> take(Connection tx, Poll poll) throws SQLException {
    return Databases.on(tx)
        .sql(
            """
            delete from poll.uncounted where organisation = ? and poll = ? returning batch, counts
            """)
        .params(poll.organisation(), poll.reference())
        .query((row, n) -> new SealedCounts(row.getObject(1, UUID.class), row.getBytes(2)))
        .list();
  }

  @Override
  public void drop(Connection tx, Poll poll) throws SQLException {
    for (String table : List.of("poll.uncounted", "poll.late")) {
      Databases.on(tx)
          .sql("delete from " + table + " where organisation = ? and poll = ?")
          .params(poll.organisation(), poll.reference())
          .update();
    }
  }

  @Override
  public void heedLate(Connection tx, Poll poll) throws SQLException {
    Databases.on(tx)
        .sql("update poll.poll set late = true where organisation = ? and poll = ?")
        .params(poll.organisation(), poll.reference())
        .update();
  }

  @Override
  public List<String> toTell(String organisation, LocalDate before) {
    return databases
        .as(Login.POLL)
        .sql("select poll from poll.poll where organisation = ? and late and closes < ?")
        .params(organisation, before)
        .query(String.class)
        .list();
  }

  /** Waits for whoever is writing one: they hold the poll's row. */
  @Override
  public OptionalInt takeLate(Connection tx, String organisation, String poll) throws SQLException {
    int first =
        Databases.on(tx)
            .sql("update poll.poll set late = false where organisation = ? and poll = ? and late")
            .params(organisation, poll)
            .update();
    if (first == 0) {
      return OptionalInt.empty();
    }
    List<Integer> texts =
        Databases.on(tx)
            .sql("delete from poll.late where organisation = ? and poll = ? returning texts")
            .params(organisation, poll)
            .query(Integer.class)
            .list();
    return OptionalInt.of(texts.stream().mapToInt(Integer::intValue).sum());
  }
}
