package org.answerable.constituent.jdbc;

import static java.util.Comparator.comparing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.answerable.constituent.ConstituentMet;
import org.answerable.effect.EffectWriter;
import org.answerable.platform.SqlArray;
import org.springframework.stereotype.Component;

/**
 * Adds people to the vault. Two nodes that meet the same person at once give them two ids; the
 * unique lookup lets one of them win, and the other message is decided again.
 */
@Component
final class ConstituentMetWriter implements EffectWriter<ConstituentMet> {
  @Override
  public Class<ConstituentMet> type() {
    return ConstituentMet.class;
  }

  @Override
  public void write(Connection tx, List<ConstituentMet> batch) throws SQLException {
    var rows = batch.stream().sorted(comparing(ConstituentMet::who)).toList();
    try (PreparedStatement statement =
        tx.prepareStatement(
            """
            insert into constituent.constituent
              (organisation, who, epoch, lookup, data_key, address, settings, stopped, seen)
            select o, w, e, l, d, a, s, false, n from unnest(
              ?::text[], ?::uuid[], ?::int[], ?::bytea[], ?::bytea[], ?::bytea[], ?::bytea[], ?::date[])
              as m(o, w, e, l, d, a, s, n)
            """)) {
      statement.setArray(1, SqlArray.of(tx, "text", rows, ConstituentMet::organisation));
      statement.setArray(2, SqlArray.of(tx, "uuid", rows, ConstituentMet::who));
      statement.setArray(3, SqlArray.of(tx, "int", rows, ConstituentMet::epoch));
      statement.setArray(4, SqlArray.of(tx, "bytea", rows, ConstituentMet::lookup));
      statement.setArray(5, SqlArray.of(tx, "bytea", rows, ConstituentMet::dataKey));
      statement.setArray(6, SqlArray.of(tx, "bytea", rows, ConstituentMet::address));
      statement.setArray(7, SqlArray.of(tx, "bytea", rows, ConstituentMet::settings));
      statement.setArray(8, SqlArray.of(tx, "date", rows, ConstituentMet::seen));
      statement.executeUpdate();
    }
  }
}
