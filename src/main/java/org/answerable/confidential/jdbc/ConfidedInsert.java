package org.answerable.confidential.jdbc;

import static java.util.Comparator.comparing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.answerable.confidential.Confided;
import org.answerable.confidential.SealedWords;
import org.answerable.confidential.Unopened;
import org.answerable.confidential.Unopened.What;
import org.answerable.confidential.UnopenedSeal;
import org.answerable.platform.Ids;
import org.answerable.platform.SqlArray;
import org.answerable.platform.keys.PersonKey;
import org.answerable.platform.keys.Sealed;
import org.answerable.platform.keys.Sealer;
import org.answerable.responselog.LogCommitment;
import org.jspecify.annotations.Nullable;

/** Seals what is confided and adds it, and tells the focal points outside to look. */
final class ConfidedInsert {
  private final Sealer sealer;
  private final Ids ids;

  ConfidedInsert(Sealer sealer, Ids ids) {
    this.sealer = sealer;
    this.ids = ids;
  }

  /** Of one organisation; with a login that may add, and may not read. */
  void write(Connection tx, List<Confided> batch) throws SQLException {
    if (batch.isEmpty()) {
      return;
    }
    String organisation = batch.getFirst().organisation();
    List<Confided> texts = batch.stream().sorted(comparing(Confided::text)).toList();
    KeyRows.share(tx, organisation);
    List<PersonKey> keys = KeyRows.outside(tx, organisation);
    addReports(tx, batch);
    if (keys.isEmpty()) {
      addWaiting(tx, texts);
    } else {
      addSealed(tx, organisation, sealed(texts, keys));
    }
    AlarmRows.raise(tx, organisation, ids.uuid());
  }

  private static Unopened unopened(Confided text) {
    byte[] textHash = LogCommitment.textHash(text.innerSalt(), text.words());
    return new Unopened(What.CONFIDED, text.salt(), textHash, text.reference());
  }

  /** Once each, whichever of its texts comes first. */
  private static void addReports(Connection tx, List<Confided> batch) throws SQLException {
    List<Confided> rows =
        batch.stream()
            .sorted(comparing(Confided::report).thenComparing(Confided::ordinal))
            .toList();
    try (PreparedStatement statement =
        tx.prepareStatement(
            """
            insert into confidential.report (organisation, report, reference, day, commitment)
            select * from unnest(?::text[], ?::uuid[], ?::text[], ?::date[], ?::bytea[])
            on conflict do nothing
            """)) {
      statement.setArray(1, SqlArray.of(tx, "text", rows, Confided::organisation));
      statement.setArray(2, SqlArray.of(tx, "uuid", rows, Confided::report));
      statement.setArray(3, SqlArray.of(tx, "text", rows, Confided::reference));
      statement.setArray(4, SqlArray.of(tx, "date", rows, Confided::day));
      statement.setArray(5, SqlArray.of(tx, "bytea", rows, ConfidedInsert::firstCommitment));
      statement.executeUpdate();
    }
  }

  private static byte @Nullable [] firstCommitment(Confided text) {
    return text.ordinal() == 0 ? text.commitment() : null;
  }

  private void addWaiting(Connection tx, List<Confided> texts) throws SQLException {
    List<Sealed> sealed =
        texts.stream()
            .map(text -> sealer.seal(text.organisation(), text.text(), SealedWords.of(text)))
            .toList();
    try (PreparedStatement statement =
        tx.prepareStatement(
            """
            insert into confidential.waiting
              (organisation, text, report, day, ordinal, text_key, sealed)
            select * from unnest(?::text[], ?::uuid[], ?::uuid[], ?::date[], ?::int[], ?::bytea[],
              ?::bytea[])
            """)) {
      statement.setArray(1, SqlArray.of(tx, "text", texts, Confided::organisation));
      statement.setArray(2, SqlArray.of(tx, "uuid", texts, Confided::text));
      statement.setArray(3, SqlArray.of(tx, "uuid", texts, Confided::report));
      statement.setArray(4, SqlArray.of(tx, "date", texts, Confided::day));
      statement.setArray(5, SqlArray.of(tx, "int", texts, Confided::ordinal));
      statement.setArray(6, SqlArray.of(tx, "bytea", sealed, Sealed::key));
      statement.setArray(7, SqlArray.of(tx, "bytea", sealed, Sealed::text));
      statement.executeUpdate();
    }
  }

  private static List<SealedText> sealed(List<Confided> texts, List<PersonKey> keys) {
    var rows = new ArrayList<SealedText>();
    for (Confided text : texts) {
      byte[] plain = SealedWords.of(text);
      byte[] place = SealedWords.place(text.organisation(), text.text());
      for (PersonKey key : keys) {
        rows.add(
            new SealedText(
                text.text(),
                key.name(),
                text.report(),
                text.day(),
                text.ordinal(),
                null,
                key.seal(plain, place),
                UnopenedSeal.seal(unopened(text), text.organisation(), key)));
      }
    }
    return rows;
  }

  static void addSealed(Connection tx, String organisation, List<SealedText> rows)
      throws SQLException {
    try (PreparedStatement statement =
        tx.prepareStatement(
            """
            insert into confidential.text
              (organisation, text, key, report, day, ordinal, step, sealed, note)
            select ?, * from unnest(?::uuid[], ?::text[], ?::uuid[], ?::date[], ?::int[], ?::int[],
              ?::bytea[], ?::bytea[])
            on conflict do nothing
            """)) {
      statement.setString(1, organisation);
      statement.setArray(2, SqlArray.of(tx, "uuid", rows, SealedText::text));
      statement.setArray(3, SqlArray.of(tx, "text", rows, SealedText::key));
      statement.setArray(4, SqlArray.of(tx, "uuid", rows, SealedText::report));
      statement.setArray(5, SqlArray.of(tx, "date", rows, SealedText::day));
      statement.setArray(6, SqlArray.of(tx, "int", rows, SealedText::ordinal));
      statement.setArray(7, SqlArray.of(tx, "int", rows, SealedText::step));
      statement.setArray(8, SqlArray.of(tx, "bytea", rows, SealedText::sealed));
      statement.setArray(9, SqlArray.of(tx, "bytea", rows, SealedText::note));
      statement.executeUpdate();
    }
  }

  /**
   * A row of {@code confidential.text}.
   *
   * @param note what its commitment is, which is left when its words are taken back; null: it has
   *     none
   */
  record SealedText(
      UUID text,
      String key,
      UUID report,
      LocalDate day,
      int ordinal,
      @Nullable Integer step,
      byte[] sealed,
      byte @Nullable [] note) {

    @Override
    public String toString() {
      return "SealedText[redacted]";
    }
  }
}
