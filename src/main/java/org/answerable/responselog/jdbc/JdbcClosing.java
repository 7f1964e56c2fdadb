package org.answerable.responselog.jdbc;

import java.sql.Connection;
import java.time.LocalDate;
import org.answerable.platform.Databases;
import org.answerable.responselog.Closing;

/** Closing in PostgreSQL. */
final class JdbcClosing implements Closing {
  @Override
  public void close(Connection tx, String organisation, String reference) {
    Databases.on(tx)
        .sql(
            """
            update responselog.feedback set closed = true where organisation = ? and reference = ?
            """)
        .params(organisation, reference)
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
}
