package org.answerable.intake.jdbc;

import java.sql.Connection;
import java.time.LocalDate;
import java.util.Optional;
import org.answerable.intake.EnteredForms;
import org.answerable.platform.Databases;
import org.springframework.stereotype.Component;

@Component
final class JdbcEnteredForms implements EnteredForms {
  @Override
  public Optional<Before> remember(
      Connection tx, String organisation, byte[] form, int attempt, LocalDate day) {
    int added =
        Databases.on(tx)
            .sql("insert into intake.entered values (?, ?, ?, ?) on conflict do nothing")
            .params(organisation, form, attempt, day)
            .update();
    return added == 1
        ? Optional.empty()
        : Databases.on(tx)
            .sql("select attempt, day from intake.entered where organisation = ? and form = ?")
            .params(organisation, form)
            .query((row, n) -> new Before(row.getInt(1), row.getObject(2, LocalDate.class)))
            .optional();
  }

  @Override
  public void forget(Connection tx, String organisation, LocalDate before) {
    Databases.on(tx)
        .sql("delete from intake.entered where organisation = ? and day < ?")
        .params(organisation, before)
        .update();
  }
}
