package org.answerable.responselog.jdbc;

import java.sql.Connection;
import java.util.Optional;
import org.answerable.platform.Databases;
import org.answerable.responselog.OwnReceipts;

/** Receipts and their owner tags in PostgreSQL. */
final class JdbcOwnReceipts implements OwnReceipts {
  private final ReceiptHash hash;

  JdbcOwnReceipts(ReceiptHash hash) {
    this.hash = hash;
  }

  @Override
  public Optional<OwnReceipt> find(Connection tx, String organisation, String digits) {
    return Databases.on(tx)
        .sql(
            """
            select commitment, owner_tag from responselog.receipt
            where organisation = ? and receipt = ?
            """)
        .params(organisation, hash.of(organisation, digits))
        .query((row, n) -> new OwnReceipt(row.getBytes(1), row.getBytes(2)))
        .optional();
  }
}
