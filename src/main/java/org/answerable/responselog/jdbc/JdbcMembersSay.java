package org.answerable.responselog.jdbc;

import java.time.LocalDate;
import org.answerable.platform.Databases;
import org.answerable.platform.Login;
import org.answerable.responselog.MembersSay;
import org.springframework.stereotype.Component;

/** Counts where each public feedback stands; what was answered anew is judged anew. */
@Component
final class JdbcMembersSay implements MembersSay.Counted {
  private final Databases databases;

  JdbcMembersSay(Databases databases) {
    this.databases = databases;
  }

  @Override
  public MembersSay since(String organisation, LocalDate from) {
    return databases
        .as(Login.PUBLIC)
        .sql(
            """
            select count(*) filter (where judged),
              count(*) filter (where judged and (decision in ('done', 'explained', 'will-not')
                or exists (select from site.promise p
                  where p.organisation = f.organisation and p.reference = f.reference
                    and p.kept is not null))),
              count(*) filter (where status = 'confirmed'),
              count(*) filter (where status = 'partly'),
              count(*)
            from (
              select *, status in ('confirmed', 'partly', 'disputed') as judged from site.feedback
              where organisation = ? and day >= ? and first_responded is not null
                and decision <> 'thanked') f
            """)
        .params(organisation, from)
        .query(
            (row, n) ->
                new MembersSay(
                    row.getInt(1), row.getInt(2), row.getInt(3), row.getInt(4), row.getInt(5)))
        .single();
  }
}
