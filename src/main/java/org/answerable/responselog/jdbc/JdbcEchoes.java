package org.answerable.responselog.jdbc;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.answerable.organisation.Kind;
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
  public Map<String, Kind> taking(
      String organisation, Collection<String> references, LocalDate today) {
    Map<String, Kind> taking = new HashMap<>();
    databases
        .as(Login.PUBLIC)
        .sql(
            """
            select reference, kind from site.feedback f
            where organisation = :organisation and reference = any (:references)
              and status <> 'withdrawn' and day > :first
              and (kind = :proposal or resolved is null or resolved > :settled)
              and not exists (select from site.placed p
                where p.organisation = f.organisation and p.reference = f.reference
                  and p.option is not null and p.cancelled is null)
              and (closed is null or responded is not null or due is null
                or closed >= :quarter or due >= :quarter)
            """)
        .param("organisation", organisation)
        .param("references", references.toArray(String[]::new))
        .param("first", today.minusDays(DAYS))
        .param("settled", today.minusDays(DAYS_SETTLED))
        .param("proposal", Kind.PROPOSAL.word())
        .param("quarter", Quarter.firstDay(today))
        .query(
            row -> {
              taking.put(row.getString(1), Kind.ofWord(row.getString(2)));
            });
    return taking;
  }
}
