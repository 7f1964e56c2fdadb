package org.answerable.intake.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.answerable.intake.SentFeedbacks;
import org.answerable.platform.Databases;
import org.answerable.platform.Login;
import org.answerable.responselog.OwnReceipts;
import org.answerable.responselog.OwnReceipts.OwnReceipt;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;

/** Looks in the intake, in what was released, and in what is confided. */
@Component
final class JdbcSentFeedbacks implements SentFeedbacks {
  private final Databases databases;
  private final OwnReceipts receipts;

  JdbcSentFeedbacks(Databases databases, OwnReceipts receipts) {
    this.databases = databases;
    this.receipts = receipts;
  }

  @Override
  public Optional<Sent> byReceipt(String organisation, String digits) {
    try {
      return databases.inTransaction(
          Login.INTAKE,
          tx ->
              receipts
                  .find(tx, organisation, digits)
                  .flatMap(receipt -> sent(tx, organisation, receipt)));
    } catch (SQLException e) {
      // without its text, which may quote what was asked for
      throw new DataAccessResourceFailureException("receipts can't be read: " + e.getSQLState());
    }
  }

  private static Optional<Sent> sent(Connection tx, String organisation, OwnReceipt receipt) {
    return Databases.on(tx)
        .sql(
            """
            select feedback, reference from intake.part
            where organisation = :organisation and commitment = :commitment and ordinal = 0
            union
            select feedback, reference from feedback.feedback
            where organisation = :organisation and commitment = :commitment
            union
            select report, reference from confidential.report
            where organisation = :organisation and commitment = :commitment
            """)
        .param("organisation", organisation)
        .param("commitment", receipt.commitment())
        .query(
            (row, n) ->
                new Sent(
                    row.getObject(1, UUID.class),
                    row.getString(2),
                    receipt.commitment(),
                    receipt.ownerTag()))
        .list()
        .stream()
        .findFirst();
  }
}
