package org.answerable.delivery.jdbc;

import java.sql.Connection;
import org.answerable.delivery.Doubt;
import org.answerable.delivery.Doubts;
import org.answerable.platform.Databases;

/** One row a decision; its key lets one of two people at once be the second. */
final class JdbcDoubts implements Doubts {
  @Override
  public boolean settle(Connection tx, Doubt doubt, Choice choice) {
    return Databases.on(tx)
            .sql(
                """
                insert into delivery.decision (organisation, response, round, again)
                values (?, ?, ?, ?) on conflict do nothing
                """)
            .params(doubt.organisation(), doubt.response(), doubt.round(), choice == Choice.AGAIN)
            .update()
        == 1;
  }
}
