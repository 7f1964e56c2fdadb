package org.answerable.conversation.jdbc;

import java.time.LocalDate;
import org.answerable.conversation.CallersToday;
import org.answerable.platform.Databases;
import org.answerable.platform.Login;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
final class JdbcCallersToday implements CallersToday {
  private final Databases databases;

  JdbcCallersToday(Databases databases) {
    this.databases = databases;
  }

  /** A repeat comes within seconds, so yesterday's rows are kept over midnight and no longer. */
  @Override
  public boolean note(String organisation, byte[] caller, byte[] call, LocalDate today, int limit) {
    JdbcClient database = databases.as(Login.INTAKE);
    database
        .sql("delete from conversation.caller where organisation = ? and day < ?")
        .params(organisation, today.minusDays(1))
        .update();
    return database
            .sql(
                """
                insert into conversation.caller as c (organisation, caller, call, day)
                select ?, ?, ?, ?
                where (select count(*) from conversation.caller x where x.organisation = ? and x.day = ?) < ?
                on conflict (organisation, caller) do update set call = excluded.call, day = excluded.day
                  where c.day < excluded.day and c.call <> excluded.call
                """)
            .params(organisation, caller, call, today, organisation, today, limit)
            .update()
        == 1;
  }
}
