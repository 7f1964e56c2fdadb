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
import org.answerable.platform.keys.EpochKey;
import org.answerable.platform.keys.EpochKeys;
import org.answerable.responselog.ReceiptIssued;

/** Adds receipts, found by a keyed hash and sealed for the text that will carry the answer. */
final class ReceiptIssuedWriter implements EffectWriter<ReceiptIssued> {
  private final ReceiptHash hash;
  private final EpochKeys keys;

  ReceiptIssuedWriter(ReceiptHash hash, EpochKeys keys) {
    this.hash = hash;
    this.keys = keys;
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
              (organisation, receipt, epoch, digits, commitment, owner_tag, day, due)
            select * from unnest(?::text[], ?::bytea[], ?::int[], ?::bytea[], ?::bytea[], ?::bytea[],
              ?::date[], ?::date[])
            """)) {
      statement.setArray(1, SqlArray.of(tx, "text", rows, row -> row.issued.organisation()));
      statement.setArray(2, SqlArray.of(tx, "bytea", rows, Row::receipt));
      statement.setArray(3, SqlArray.of(tx, "int", rows, Row::epoch));
      statement.setArray(4, SqlArray.of(tx, "bytea", rows, Row::digits));
      statement.setArray(5, SqlArray.of(tx, "bytea", rows, row -> row.issued.commitment()));
      statement.setArray(6, SqlArray.of(tx, "bytea", rows, row -> row.issued.ownerTag()));
      statement.setArray(7, SqlArray.of(tx, "date", rows, row -> row.issued.day()));
      statement.setArray(8, SqlArray.of(tx, "date", rows, row -> row.issued.due()));
      statement.executeUpdate();
    }
  }

  private Row row(ReceiptIssued issued) {
    EpochKey epoch = keys.current(issued.organisation());
    byte[] receipt = hash.of(issued.organisation(), issued.digits());
    byte[] digits =
        epoch.seal(
            "receipt", issued.digits().getBytes(StandardCharsets.US_ASCII), issued.commitment());
    return new Row(issued, receipt, epoch.epoch(), digits);
  }

  private record Row(ReceiptIssued issued, byte[] receipt, int epoch, byte[] digits) {}
}
