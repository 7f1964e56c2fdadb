package org.answerable.confidential.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.answerable.confidential.Confided;
import org.answerable.confidential.ConfidedTexts;
import org.answerable.platform.Databases;
import org.answerable.responselog.Closing;

/** What a slot or a reader moves here, and what a slot tells of it. */
final class JdbcConfidedTexts implements ConfidedTexts {
  private final ConfidedInsert insert;
  private final Closing closing;

  JdbcConfidedTexts(ConfidedInsert insert, Closing closing) {
    this.insert = insert;
    this.closing = closing;
  }

  @Override
  public void add(Connection tx, List<Confided> texts) throws SQLException {
    var byOrganisation = texts.stream().collect(Collectors.groupingBy(Confided::organisation));
    for (List<Confided> of : byOrganisation.values()) {
      insert.write(tx, of);
    }
  }

  @Override
  public void withdraw(Connection tx, String organisation, String reference, LocalDate day) {
    new WithdrawnReports(tx, organisation).withdraw(reference, day);
  }

  @Override
  public int tellAnswers(Connection tx, String organisation) {
    List<Answer> answers =
        Databases.on(tx)
            .sql(
                """
                delete from confidential.quiet_answer where organisation = ?
                returning commitment, day
                """)
            .param(organisation)
            .query((row, n) -> new Answer(row.getBytes(1), row.getObject(2, LocalDate.class)))
            .list();
    answers.forEach(answer -> closing.answered(tx, organisation, answer.commitment, answer.day));
    return answers.size();
  }

  private record Answer(byte[] commitment, LocalDate day) {}
}
