package org.answerable.confidential.jdbc;

import java.sql.Connection;
import java.util.UUID;
import org.answerable.platform.Databases;

/** Who is to be told to look. A row tells neither when nor how often it was raised. */
final class AlarmRows {
  private AlarmRows() {}

  /**
   * For everybody outside who chose a way to be told.
   *
   * @param mark what is raised under another mark while an alarm is sent stays
   */
  static void raise(Connection tx, String organisation, UUID mark) {
    Databases.on(tx)
        .sql(
            """
            insert into confidential.alarm (organisation, account, mark)
            select organisation, account, ? from confidential.outside_way
            where organisation = ? order by account
            on conflict (organisation, account) do update set mark = excluded.mark
            """)
        .params(mark, organisation)
        .update();
  }
}
