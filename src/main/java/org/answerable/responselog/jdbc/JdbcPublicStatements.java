package org.answerable.responselog.jdbc;

import java.time.LocalDate;
import java.util.List;
import org.answerable.platform.Databases;
import org.answerable.platform.Login;
import org.answerable.responselog.PublicStatement;
import org.answerable.responselog.PublicText;
import org.springframework.stereotype.Component;

/** Statements with the texts that stand beside the log. */
@Component
final class JdbcPublicStatements implements PublicStatement.All {
  private final Databases databases;

  JdbcPublicStatements(Databases databases) {
    this.databases = databases;
  }

  @Override
  public List<PublicStatement> of(String organisation, int limit) {
    return databases
        .as(Login.PUBLIC)
        .sql(
            """
            select s.about, s.role, s.day, c.text, s.from_day, s.until_day, encode(s.hash, 'hex'),
              encode(s.amends, 'hex')
            from site.statement s
            left join site.content c on c.organisation = s.organisation and c.hash = s.hash
            where s.organisation = ? order by s.day desc, s.hash limit ?
            """)
        .params(organisation, limit)
        .query(
            (row, n) -> {
              String text = row.getString(4);
              return new PublicStatement(
                  row.getString(1),
                  row.getString(2),
                  row.getObject(3, LocalDate.class),
                  text == null ? null : new PublicText(text),
                  row.getObject(5, LocalDate.class),
                  row.getObject(6, LocalDate.class),
                  row.getString(7),
                  row.getString(8));
            })
        .list();
  }
}
