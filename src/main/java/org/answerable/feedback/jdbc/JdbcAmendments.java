package org.answerable.feedback.jdbc;

import java.sql.Connection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.answerable.feedback.Amendments;
import org.answerable.feedback.FeedbackState;
import org.answerable.platform.Databases;
import org.answerable.platform.Login;
import org.springframework.stereotype.Component;

/** Amendments in PostgreSQL. */
@Component
final class JdbcAmendments implements Amendments {
  private static final HexFormat HEX = HexFormat.of();
  private final Databases databases;

  JdbcAmendments(Databases databases) {
    this.databases = databases;
  }

  @Override
  public List<Amendment> of(String organisation, UUID feedback) {
    return databases
        .as(Login.INBOX)
        .sql("select content, what from inbox.amendment where organisation = ? and feedback = ?")
        .params(organisation, feedback)
        .query(
            (row, n) ->
                new Amendment(
                    HEX.formatHex(row.getBytes(1)),
                    What.valueOf(row.getString(2).toUpperCase(Locale.ROOT))))
        .list();
  }

  @Override
  public void add(Connection tx, FeedbackState state, Amendment amendment) {
    Databases.on(tx)
        .sql(
            """
            insert into feedback.amendment (organisation, feedback, content, what)
            values (?, ?, ?, ?)
            """)
        .params(
            state.organisation(),
            state.feedback(),
            HEX.parseHex(amendment.hash()),
            amendment.what().name().toLowerCase(Locale.ROOT))
        .update();
  }
}
