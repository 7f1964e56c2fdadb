package org.answerable.constituent.jdbc;

import static java.util.Comparator.comparing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.answerable.constituent.HelpAsked;
import org.answerable.constituent.Vault;
import org.answerable.effect.EffectWriter;
import org.answerable.platform.Databases;
import org.springframework.stereotype.Component;

/** Notes what people are asked, and that they have answered. */
@Component
final class HelpAskedWriter implements EffectWriter<HelpAsked> {
  private final Vault vault;

  HelpAskedWriter(Vault vault) {
    this.vault = vault;
  }

  @Override
  public Class<HelpAsked> type() {
    return HelpAsked.class;
  }

  /** Rare, so one by one; in an order, so that two batches never wait for each other. */
  @Override
  public void write(Connection tx, List<HelpAsked> batch) throws SQLException {
    var rows = batch.stream().sorted(comparing(one -> one.person().who())).toList();
    for (HelpAsked one : rows) {
      JdbcConstituents.ask(Databases.on(tx), vault.asking(one));
    }
  }
}
