package org.answerable.responselog.jdbc;

import java.time.LocalDate;
import java.util.Optional;
import org.answerable.platform.Databases;
import org.answerable.platform.Login;
import org.answerable.responselog.ReceiptState;
import org.answerable.responselog.Receipts;

/** Receipts by the hash of their digits. */
final class JdbcReceipts implements Receipts {
  private final Databases databases;
  private final ReceiptHash hash;

  JdbcReceipts(Databases databases, ReceiptHash hash) {
    this.databases = databases;
    this.hash = hash;
  }

  @Override
  public Optional<ReceiptState> state(String organisation, String digits) {
    return databases
        .as(Login.PUBLIC)
        .sql(
            """
            select day, due, answered, withdrawn, index from site.receipt
            where organisation = ? and receipt = ?
            """)
        .params(organisation, hash.of(organisation, digits))
        .query(
            (row, n) ->
                new ReceiptState(
                    row.getObject(1, LocalDate.class),
                    row.getObject(2, LocalDate.class),
                    row.getObject(3, LocalDate.class),
                    row.getObject(4, LocalDate.class),
                    row.getObject(5, Long.class)))
        .optional();
  }
}
