package org.answerable.responselog.jdbc;

import java.util.List;
import org.answerable.responselog.Entry.ConfigurationChanged;
import org.answerable.responselog.EntryJson;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the log says about how it is kept. */
final class ConfigurationRows {
  private ConfigurationRows() {}

  /**
   * Those of one kind, the oldest first.
   *
   * @param schema the tables' or the views', as the login may read
   */
  static <T extends ConfigurationChanged> List<T> of(
      JdbcClient db, String schema, String organisation, Class<T> kind) {
    return db
        .sql(
            """
            select body from %s.entry
            where organisation = ? and type = 'configuration changed' order by index
            """
                .formatted(schema))
        .param(organisation)
        .query((row, n) -> EntryJson.read(row.getBytes(1)))
        .list()
        .stream()
        .filter(kind::isInstance)
        .map(kind::cast)
        .toList();
  }
}
