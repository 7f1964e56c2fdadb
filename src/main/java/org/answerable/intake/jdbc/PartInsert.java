package org.answerable.intake.jdbc;

import static java.util.Comparator.comparing;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.answerable.intake.CommittedText;
import org.answerable.platform.SqlArray;
import org.answerable.platform.keys.Sealed;
import org.answerable.platform.keys.Sealer;

/** Seals texts and adds them to the intake, for the first text and for additions alike. */
final class PartInsert {
  private final Sealer sealer;

  PartInsert(Sealer sealer) {
    this.sealer = sealer;
  }

  void write(Connection tx, List<Part> batch) throws SQLException {
    var rows = batch.stream().sorted(comparing(part -> part.text.part())).map(this::seal).toList();
    try (PreparedStatement statement =
        tx.prepareStatement(
            """
            insert into intake.part (organisation, feedback, part, ordinal, day, reference, commitment,
              salt, text_hash, text_key, text)
            select * from unnest(?::text[], ?::uuid[], ?::uuid[], ?::int[], ?::date[], ?::text[],
              ?::bytea[], ?::bytea[], ?::bytea[], ?::bytea[], ?::bytea[])
            """)) {
      statement.setArray(1, SqlArray.of(tx, "text", rows, row -> row.text().organisation()));
      statement.setArray(2, SqlArray.of(tx, "uuid", rows, row -> row.part.feedback));
      statement.setArray(3, SqlArray.of(tx, "uuid", rows, row -> row.text().part()));
      statement.setArray(4, SqlArray.of(tx, "int", rows, row -> row.part.ordinal));
      statement.setArray(5, SqlArray.of(tx, "date", rows, row -> row.part.day));
      statement.setArray(6, SqlArray.of(tx, "text", rows, row -> row.text().reference()));
      statement.setArray(7, SqlArray.of(tx, "bytea", rows, row -> row.text().commitment()));
      statement.setArray(8, SqlArray.of(tx, "bytea", rows, row -> row.text().salt()));
      statement.setArray(9, SqlArray.of(tx, "bytea", rows, row -> row.text().textHash()));
      statement.setArray(10, SqlArray.of(tx, "bytea", rows, row -> row.sealed.key()));
      statement.setArray(11, SqlArray.of(tx, "bytea", rows, row -> row.sealed.text()));
      statement.executeUpdate();
    }
  }

  private Row seal(Part part) {
    byte[] words = part.text.text().getBytes(StandardCharsets.UTF_8);
    byte[] innerSalt = part.text.innerSalt();
    byte[] plain = new byte[innerSalt.length + words.length];
    System.arraycopy(innerSalt, 0, plain, 0, innerSalt.length);
    System.arraycopy(words, 0, plain, innerSalt.length, words.length);
    return new Row(part, sealer.seal(part.text.organisation(), part.text.part(), plain));
  }

  record Part(UUID feedback, int ordinal, LocalDate day, CommittedText text) {}

  private record Row(Part part, Sealed sealed) {
    CommittedText text() {
      return part.text;
    }
  }
}
