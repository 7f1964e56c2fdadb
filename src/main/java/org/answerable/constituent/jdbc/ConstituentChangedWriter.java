package org.answerable.constituent.jdbc;

import static java.util.Comparator.comparing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.answerable.constituent.ConstituentChanged;
import org.answerable.constituent.Vault;
import org.answerable.effect.EffectWriter;
import org.answerable.platform.SqlArray;
import org.springframework.stereotype.Component;

/**
 * Notes what known people chose. A stop is written only where the message changed it: meanwhile
 * another message, or the provider, may have stopped us.
 */
@Component
final class ConstituentChangedWriter implements EffectWriter<ConstituentChanged> {
  private final Vault vault;

  ConstituentChangedWriter(Vault vault) {
    this.vault = vault;
  }

  @Override
  public Class<ConstituentChanged> type() {
    return ConstituentChanged.class;
  }

  @Override
  public void write(Connection tx, List<ConstituentChanged> batch) throws SQLException {
    var rows = batch.stream().sorted(comparing(changed -> changed.person().who())).toList();
    try (PreparedStatement statement =
        tx.prepareStatement(
            """
            update constituent.constituent c
            set settings = m.s, stopped = case when m.b = m.t then c.stopped else m.t end, seen = m.n
            from unnest(?::text[], ?::uuid[], ?::bytea[], ?::boolean[], ?::boolean[], ?::date[])
              as m(o, w, s, b, t, n)
            where c.organisation = m.o and c.who = m.w
            """)) {
      statement.setArray(
          1, SqlArray.of(tx, "text", rows, changed -> changed.person().organisation()));
      statement.setArray(2, SqlArray.of(tx, "uuid", rows, changed -> changed.person().who()));
      statement.setArray(3, SqlArray.of(tx, "bytea", rows, this::settings));
      statement.setArray(
          4, SqlArray.of(tx, "boolean", rows, changed -> changed.person().stopped()));
      statement.setArray(5, SqlArray.of(tx, "boolean", rows, ConstituentChanged::stopped));
      statement.setArray(6, SqlArray.of(tx, "date", rows, ConstituentChanged::seen));
      statement.executeUpdate();
    }
  }

  private byte[] settings(ConstituentChanged changed) {
    return vault.sealed(changed.person(), changed.settings());
  }
}
