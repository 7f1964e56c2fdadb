package org.answerable.responselog.jdbc;

import java.time.LocalDate;
import java.util.List;
import org.answerable.platform.Databases;
import org.answerable.platform.Login;
import org.answerable.responselog.PublicPromise;
import org.answerable.responselog.PublicText;
import org.answerable.responselog.Quarter;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Promises with the words that stand beside the log. */
@Component
final class JdbcPublicPromises implements PublicPromise.All {
  private final Databases databases;

  JdbcPublicPromises(Databases databases) {
    this.databases = databases;
  }

  @Override
  public List<PublicPromise> of(String organisation, LocalDate today, int limit) {
    return databases
        .as(Login.PUBLIC)
        .sql(
            """
            select p.reference, w.text as what, p.owner_role, p.made, p.due, p.kept,
              k.text as words, p.missed, p.of_poll
            from site.promise p
            left join site.content w on w.organisation = p.organisation and w.hash = p.what
            left join site.content k on k.organisation = p.organisation and k.hash = p.words
            where p.organisation = ? and (p.closed is null or p.kept is not null
              or p.closed >= ? or p.due >= ?)
            order by p.kept desc nulls first, p.due, p.reference limit ?
            """)
        .params(organisation, Quarter.firstDay(today), Quarter.firstDay(today), limit)
        .query(
            (row, n) ->
                new PublicPromise(
                    row.getString("reference"),
                    text(row.getString("what")),
                    row.getString("owner_role"),
                    row.getObject("made", LocalDate.class),
                    row.getObject("due", LocalDate.class),
                    row.getObject("kept", LocalDate.class),
                    text(row.getString("words")),
                    row.getObject("missed", LocalDate.class),
                    row.getBoolean("of_poll")))
        .list();
  }

  private static @Nullable PublicText text(@Nullable String words) {
    return words == null ? null : new PublicText(words);
  }
}
