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

  @Override
  public Optional<Sent> byReference(String organisation, String reference) {
    return databases
        .as(Login.INTAKE)
        .sql(
            """
            select f.feedback, f.reference, f.commitment, r.owner_tag from feedback.feedback f
            join responselog.receipt r
              on r.organisation = f.organisation and r.commitment = f.commitment
            where f.organisation = ? and f.reference = ?
            """)
        .params(organisation, reference)
        .query(
            (row, n) ->
                new Sent(
                    row.getObject(1, UUID.class),
                    row.getString(2),
                    row.getBytes(3),
                    row.getBytes(4),
                    false,
                    null))
        .optional();
  }

  private static Optional<Sent> sent(Connection tx, String organisation, OwnReceipt receipt) {
    return Databases.on(tx)
        .sql(
            """
            select feedback, reference, false, null::uuid from intake.part
            where organisation = :organisation and commitment = :commitment and ordinal = 0
            union
            select feedback, reference, (
                select s.status = 'answered' and s.decision <> 'thanked' and s.sensitivity < 'S3'
                from feedback.step s
                where s.organisation = f.organisation and s.feedback = f.feedback
                order by s.number desc limit 1),
              (select w.shown from feedback.shown w
                where w.organisation = f.organisation and w.feedback = f.feedback and not exists (
                  select from feedback.step s
                  where s.organisation = w.organisation and s.feedback = w.feedback
                    and s.what in ('words kept', 'words published')))
            from feedback.feedback f
            where organisation = :organisation and commitment = :commitment
            union
            select report, reference, false, null::uuid from confidential.report
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
                    receipt.ownerTag(),
                    row.getBoolean(3),
                    row.getObject(4, UUID.class)))
        .list()
        .stream()
        .findFirst();
  }
}
