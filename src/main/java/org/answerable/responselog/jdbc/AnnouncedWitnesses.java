package org.answerable.responselog.jdbc;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.answerable.organisation.Organisation;
import org.answerable.responselog.Entry;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Says in the log who is asked to sign its checkpoints, so that nobody is dropped in silence. */
final class AnnouncedWitnesses {
  private AnnouncedWitnesses() {}

  /** The entry that is due, if others are asked than the log says; under the log's lock. */
  static Optional<Entry> due(JdbcClient tx, Organisation home, LocalDate today) {
    List<String> asked =
        home.witnesses().stream().map(witness -> witness.key().toString()).sorted().toList();
    Said said =
        tx.sql(
                """
                select number, keys from responselog.witnesses
                where organisation = ? order by number desc limit 1
                """)
            .param(home.id())
            .query((row, n) -> new Said(row.getInt(1), (String[]) row.getArray(2).getArray()))
            .optional()
            .orElseGet(() -> new Said(0));
    if (asked.equals(Arrays.asList(said.keys))) {
      return Optional.empty();
    }
    tx.sql("insert into responselog.witnesses (organisation, number, keys) values (?, ?, ?)")
        .params(home.id(), said.number + 1, asked.toArray(String[]::new))
        .update();
    return Optional.of(new Entry.WitnessesAnnounced(today, asked));
  }

  private record Said(int number, String... keys) {}
}
