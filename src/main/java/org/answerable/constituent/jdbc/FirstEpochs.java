package org.answerable.constituent.jdbc;

import java.time.Instant;
import org.answerable.organisation.Organisation;
import org.answerable.organisation.Organisations;
import org.answerable.platform.Databases;
import org.answerable.platform.Login;
import org.answerable.platform.keys.EpochKeys;

/**
 * Sees at start that every organisation has its living epoch's key. A key is made only for an
 * organisation that the database does not know: where it does and the key is missing, a new one
 * would silently make everything unreadable, so the start is refused.
 */
record FirstEpochs() {
  private static final int FIRST = 1;

  static FirstEpochs begin(
      Databases databases, EpochKeys keys, Organisations organisations, Instant now) {
    for (Organisation organisation : organisations.all()) {
      if (!knows(databases, organisation)) {
        keys.begin(organisation.id());
        databases
            .as(Login.INTAKE)
            .sql("insert into constituent.epoch values (?, ?, ?) on conflict do nothing")
            .params(organisation.id(), FIRST, organisation.day(now))
            .update();
      }
      keys.current(organisation.id());
    }
    return new FirstEpochs();
  }

  private static boolean knows(Databases databases, Organisation organisation) {
    return databases
        .as(Login.INTAKE)
        .sql("select exists (select from constituent.epoch where organisation = ?)")
        .param(organisation.id())
        .query(Boolean.class)
        .single();
  }
}
