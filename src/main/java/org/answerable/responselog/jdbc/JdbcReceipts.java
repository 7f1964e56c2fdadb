package org.answerable.responselog.jdbc;

import static java.util.Objects.requireNonNull;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

  @Override
  public Set<String> given(String organisation, Collection<String> digits) {
    Map<ByteBuffer, String> byHash = new HashMap<>();
    digits.forEach(one -> byHash.put(ByteBuffer.wrap(hash.of(organisation, one)), one));
    return databases
        .as(Login.PUBLIC)
        .sql("select receipt from site.receipt where organisation = ? and receipt = any (?)")
        .params(
            organisation, byHash.keySet().stream().map(ByteBuffer::array).toArray(byte[][]::new))
        .query((row, n) -> requireNonNull(byHash.get(ByteBuffer.wrap(row.getBytes(1)))))
        .set();
  }
}
