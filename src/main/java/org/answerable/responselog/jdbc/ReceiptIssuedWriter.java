package org.answerable.responselog.jdbc;

import static java.util.Comparator.comparing;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.answerable.effect.EffectWriter;
import org.answerable.platform.SqlArray;
import org.answerable.platform.keys.EpochKeys;
import org.answerable.platform.keys.SealedColumn;
import org.answerable.responselog.ReceiptIssued;

/** Adds receipts, found by a keyed hash and sealed for the text that will carry the answer. */
final class ReceiptIssuedWriter implements EffectWriter<ReceiptIssued> {
  /** Of the key that digits are sealed under. */
  static final String PURPOSE = "receipt";

  private final ReceiptHash hash;
  private final EpochKeys keys;

  ReceiptIssuedWriter(ReceiptHash hash, EpochKeys keys) {
    this.hash = hash;
    this.keys = keys;
  }

  static SealedColumn digits(EpochKeys keys) {
    return new SealedColumn(
        "responselog.receipt",
        "digits",
        "commitment",
        (organisation, commitment, value) -> {
          byte[] digits = keys.open(organisation, PURPOSE, value, (byte[]) commitment);
          return keys.seal(organisation, PURPOSE, digits, (byte[]) commitment);
        },
        // nobody is left whom a text with the digits could reach
        (organisation, commitment) ->
            List.of(
                new SealedColumn.Value(
                    "digits", keys.seal(organisation, PURPOSE, new byte[0], (byte[]) commitment))));
  }

  @Override
  public Class<ReceiptIssued> type() {
    return ReceiptIssued.class;
  }

  @Override
  public void write(Connection tx, List<ReceiptIssued> batch) throws SQLException {
    var rows =
        batch.stream().map(this::row).sorted(comparing(Row::receipt, Arrays::compare)).toList();
    try (PreparedStatement statement =
        tx.prepareStatement(
            """
            insert into responselog.receipt
              (organisation, receipt, digits, commitment, owner_tag, day, due)
            select * from unnest(?::text[], ?::bytea[], ?::bytea[], ?::bytea[], ?::bytea[],
              ?::date[], ?::date[])
            """)) {
      statement.setArray(1, SqlArray.of(tx, "text", rows, row -> row.issued.organisation()));
      statement.setArray(2, SqlArray.of(tx, "bytea", rows, Row::receipt));
      statement.setArray(3, SqlArray.of(tx, "bytea", rows, Row::digits));
      statement.setArray(4, SqlArray.of(tx, "bytea", rows, row -> row.issued.commitment()));
      statement.setArray(5, SqlArray.of(tx, "bytea", rows, row -> row.issued.ownerTag()));
      statement.setArray(6, SqlArray.of(tx, "date", rows, row -> row.issued.day()));
      statement.setArray(7, SqlArray.of(tx, "date", rows, row -> row.issued.due()));
      statement.executeUpdate();
    }
  }

  private Row row(ReceiptIssued issued) {
    byte[] receipt = hash.of(issued.organisation(), issued.digits());
    byte[] digits =
        keys.seal(
            issued.organisation(),
            PURPOSE,
            issued.digits().getBytes(StandardCharsets.US_ASCII),
            issued.commitment());
    return new Row(issued, receipt, digits);
  }

  private record Row(ReceiptIssued issued, byte[] receipt, byte[] digits) {}
}
