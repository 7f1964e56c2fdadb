package org.answerable.constituent.jdbc;

import static java.util.Comparator.comparing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.answerable.constituent.ConstituentForgotten;
import org.answerable.effect.EffectWriter;
import org.answerable.platform.SqlArray;
import org.springframework.stereotype.Component;

/**
 * Forgets people; a session ends with its person's row. What another node decides meanwhile for one
 * of them is overtaken.
 */
@Component
final class ConstituentForgottenWriter implements EffectWriter<ConstituentForgotten> {
  @Override
  public Class<ConstituentForgotten> type() {
    return ConstituentForgotten.class;
  }

  @Override
  public void write(Connection tx, List<ConstituentForgotten> batch) throws SQLException {
    var rows = batch.stream().sorted(comparing(ConstituentForgotten::who)).toList();
    try (PreparedStatement statement =
        tx.prepareStatement(
            """
            delete from constituent.constituent c
            using unnest(?::text[], ?::uuid[]) as m(o, w)
            where c.organisation = m.o and c.who = m.w
            """)) {
      statement.setArray(1, SqlArray.of(tx, "text", rows, ConstituentForgotten::organisation));
      statement.setArray(2, SqlArray.of(tx, "uuid", rows, ConstituentForgotten::who));
      statement.executeUpdate();
    }
  }
}
