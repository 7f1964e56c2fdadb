package org.answerable.responselog.jdbc;

import java.nio.charset.StandardCharsets;
import org.answerable.platform.Databases;
import org.answerable.platform.Login;
import org.answerable.platform.keys.EpochKeys;
import org.answerable.responselog.ReceiptDigits;

/** Opens the digits through delivery's login. */
final class JdbcReceiptDigits implements ReceiptDigits {
  private final Databases databases;
  private final EpochKeys keys;

  JdbcReceiptDigits(Databases databases, EpochKeys keys) {
    this.databases = databases;
    this.keys = keys;
  }

  @Override
  public String of(String organisation, byte[] commitment) {
    return databases
        .as(Login.DELIVERY)
        .sql(
            """
            select epoch, digits from responselog.receipt
            where organisation = ? and commitment = ?
            """)
        .params(organisation, commitment)
        .query((row, n) -> open(organisation, row.getInt(1), row.getBytes(2), commitment))
        .single();
  }

  private String open(String organisation, int epoch, byte[] sealed, byte[] commitment) {
    byte[] digits = keys.of(organisation, epoch).open("receipt", sealed, commitment);
    return new String(digits, StandardCharsets.US_ASCII);
  }
}
