package org.answerable.intake.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.answerable.effect.EffectWriter;
import org.answerable.intake.EchoTag;
import org.answerable.intake.EchoesForgotten;
import org.answerable.platform.Databases;
import org.answerable.platform.keys.EchoKeys;
import org.springframework.stereotype.Component;

/**
 * Removes the tags of whoever is forgotten, so that who comes back counts no second time. What was
 * told in public stays told.
 */
@Component
final class EchoesForgottenWriter implements EffectWriter<EchoesForgotten> {
  private final EchoKeys keys;

  EchoesForgottenWriter(EchoKeys keys) {
    this.keys = keys;
  }

  @Override
  public Class<EchoesForgotten> type() {
    return EchoesForgotten.class;
  }

  /** Each person has rows of their own, so two batches do not wait for each other. */
  @Override
  public void write(Connection tx, List<EchoesForgotten> batch) throws SQLException {
    for (EchoesForgotten one : batch) {
      byte[][] tags = EchoTag.all(keys, one.organisation(), one.who()).toArray(byte[][]::new);
      Databases.on(tx)
          .sql("delete from intake.echo where organisation = ? and tag = any (?)")
          .params(one.organisation(), tags)
          .update();
    }
  }
}
