package org.answerable.constituent.jdbc;

import java.time.Instant;
import org.answerable.organisation.Organisation;
import org.answerable.organisation.Organisations;
import org.answerable.platform.OwnerDatabase;
import org.answerable.platform.keys.EpochKeys;
import org.answerable.platform.keys.LivingEpochs;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Sees at start that every organisation has its living epoch's keys. Keys are made only for an
 * organisation that the database does not know: where it does and a key is missing, a new one would
 * silently make everything unreadable, so the start is refused.
 */
record FirstEpochs() {
  static FirstEpochs begin(
      OwnerDatabase owner, EpochKeys keys, Organisations organisations, Instant now) {
    JdbcClient client = owner.client();
    for (Organisation organisation : organisations.all()) {
      String id = organisation.id();
      if (EpochTable.read(client, id).isEmpty()) {
        keys.begin(id);
        EpochTable.beginFirst(client, id, organisation.day(now));
      }
      LivingEpochs living = EpochTable.read(client, id).getFirst().living();
      keys.tell(id, living);
      keys.of(id, living.oldest());
      keys.current(id);
      keys.messages(id, living.epoch());
    }
    return new FirstEpochs();
  }
}
