package org.answerable.responselog.jdbc;

import java.time.LocalDate;
import java.util.List;
import org.answerable.platform.Databases;
import org.answerable.platform.Login;
import org.answerable.responselog.ConfidenceCounts;
import org.springframework.stereotype.Component;

/** The numbers as the log has them. */
@Component
final class JdbcConfidenceCounts implements ConfidenceCounts.All {
  private final Databases databases;

  JdbcConfidenceCounts(Databases databases) {
    this.databases = databases;
  }

  @Override
  public List<ConfidenceCounts> of(String organisation, int limit) {
    return databases
        .as(Login.PUBLIC)
        .sql(
            """
            select quarter, received, answered, late, set_aside from site.in_confidence
            where organisation = ? order by quarter desc limit ?
            """)
        .params(organisation, limit)
        .query(
            (row, n) ->
                new ConfidenceCounts(
                    row.getObject(1, LocalDate.class),
                    row.getInt(2),
                    row.getInt(3),
                    row.getInt(4),
                    row.getInt(5)))
        .list();
  }
}
