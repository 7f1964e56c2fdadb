package org.answerable.intake.jdbc;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.answerable.intake.AnswerJudged;
import org.answerable.intake.Verdict;
import org.answerable.intake.WordsAllowed;
import org.answerable.organisation.Organisation;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What senders said of answers since the last slot, in the transaction of a release. */
final class JudgementRows {
  private final JdbcClient tx;
  private final Organisation organisation;

  JudgementRows(JdbcClient tx, Organisation organisation) {
    this.tx = tx;
    this.organisation = organisation;
  }

  /** The same of words that they were shown. */
  List<WordsAllowed> takeAllowed() {
    return tx.sql(
            """
            delete from intake.allowed where organisation = ?
            returning feedback, shown, allowed, day
            """)
        .param(organisation.id())
        .query(
            (row, n) ->
                new WordsAllowed(
                    organisation.id(),
                    row.getObject(1, UUID.class),
                    row.getObject(2, UUID.class),
                    row.getBoolean(3),
                    row.getObject(4, LocalDate.class)))
        .list();
  }

  /** Removes them. */
  List<AnswerJudged> take() {
    return tx.sql(
            """
            delete from intake.judgement where organisation = ?
            returning feedback, verdict, day
            """)
        .param(organisation.id())
        .query(
            (row, n) ->
                new AnswerJudged(
                    organisation.id(),
                    row.getObject(1, UUID.class),
                    Verdict.ofWords(row.getString(2)),
                    row.getObject(3, LocalDate.class)))
        .list();
  }
}
