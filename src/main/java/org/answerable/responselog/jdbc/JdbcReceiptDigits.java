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
            select digits from responselog.receipt
            where organisation = ? and commitment = ?
            """)
        .params(organisation, commitment)
        .query((row, n) -> open(organisation, row.getBytes(1), commitment))
        .single();
  }

  private String open(String organisation, byte[] sealed, byte[] commitment) {
    byte[] digits = keys.open(organisation, ReceiptIssuedWriter.PURPOSE, sealed, commitment);
    return new String(digits, StandardCharsets.US_ASCII);
  }
}
