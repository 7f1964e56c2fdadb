package org.answerable.delivery.jdbc;

import java.sql.Connection;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.answerable.delivery.Mute;
import org.answerable.delivery.Mutes;
import org.answerable.platform.Databases;
import org.answerable.platform.Login;

final class JdbcMutes implements Mutes {
  private final Databases databases;

  JdbcMutes(Databases databases) {
    this.databases = databases;
  }

  @Override
  public void add(Connection tx, Mute mute) {
    Databases.on(tx)
        .sql(
            "insert into delivery.mute (organisation, feedback, until) values (?, ?, ?)"
                + " on conflict do nothing")
        .params(mute.organisation(), mute.feedback(), mute.until())
        .update();
  }

  @Override
  public List<Mute> waiting(int limit) {
    return databases
        .as(Login.DELIVERY)
        .sql("select organisation, feedback, until from delivery.mute order by 1, 2, 3 limit ?")
        .param(limit)
        .query(
            (row, n) ->
                new Mute(
                    row.getString(1),
                    row.getObject(2, UUID.class),
                    row.getObject(3, LocalDate.class)))
        .list();
  }

  @Override
  public void remove(Mute mute) {
    databases
        .as(Login.DELIVERY)
        .sql("delete from delivery.mute where organisation = ? and feedback = ? and until = ?")
        .params(mute.organisation(), mute.feedback(), mute.until())
        .update();
  }
}
