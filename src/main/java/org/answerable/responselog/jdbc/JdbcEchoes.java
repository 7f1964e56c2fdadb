package org.answerable.responselog.jdbc;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;
import org.answerable.platform.Databases;
import org.answerable.platform.Login;
import org.answerable.responselog.Echoes;
import org.answerable.responselog.Quarter;
import org.springframework.stereotype.Component;

/** Asks the view that everybody's pages are made of. */
@Component
final class JdbcEchoes implements Echoes {
  private final Databases databases;

  JdbcEchoes(Databases databases) {
    this.databases = databases;
  }

  @Override
  public Set<String> taking(String organisation, Collection<String> references, LocalDate today) {
    return databases
        .as(Login.PUBLIC)
        .sql(
            """
            select reference from site.feedback
            where organisation = :organisation and reference = any (:references)
              and status <> 'withdrawn' and day > :first
              and (resolved is null or resolved > :settled)
              and (closed is null or responded is not null or due is null
                or closed >= :quarter or due >= :quarter)
            """)
        .param("organisation", organisation)
        .param("references", references.toArray(String[]::new))
        .param("first", today.minusDays(DAYS))
        .param("settled", today.minusDays(DAYS_SETTLED))
        .param("quarter", Quarter.firstDay(today))
        .query(String.class)
        .set();
  }
}
