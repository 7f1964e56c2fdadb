package org.answerable.intake.jdbc;

import static java.util.Comparator.comparing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.answerable.effect.EffectWriter;
import org.answerable.intake.Aside;
import org.answerable.intake.FeedbackGiven;
import org.answerable.organisation.Kind;
import org.answerable.organisation.Topic;
import org.answerable.platform.SqlArray;
import org.answerable.platform.keys.EpochKeys;
import org.answerable.platform.keys.Sealer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Adds feedbacks that wait for their release, unsorted. */
@Component
final class FeedbackGivenWriter implements EffectWriter<FeedbackGiven> {
  private final Hold hold;
  private final PartInsert parts;

  FeedbackGivenWriter(EpochKeys keys, Sealer sealer) {
    this.hold = new Hold(keys);
    this.parts = new PartInsert(sealer);
  }

  @Override
  public Class<FeedbackGiven> type() {
    return FeedbackGiven.class;
  }

  @Override
  public void write(Connection tx, List<FeedbackGiven> batch) throws SQLException {
    var rows = batch.stream().sorted(comparing(FeedbackGiven::feedback)).toList();
    try (PreparedStatement statement =
        tx.prepareStatement(
            """
            insert into intake.given
              (organisation, feedback, reference, day, topic, consent, hold, source, sensitivity, kind,
                aside)
            select o, f, r, d, ?, c, h, w, s, k, a
            from unnest(?::text[], ?::uuid[], ?::text[], ?::date[], ?::bytea[], ?::text[], ?::text[],
              ?::text[], ?::text[], ?::boolean[]) as m(o, f, r, d, h, w, s, k, a, c)
            """)) {
      statement.setString(1, Topic.UNSORTED);
      statement.setArray(2, SqlArray.of(tx, "text", rows, FeedbackGiven::organisation));
      statement.setArray(3, SqlArray.of(tx, "uuid", rows, FeedbackGiven::feedback));
      statement.setArray(4, SqlArray.of(tx, "text", rows, row -> row.text().reference()));
      statement.setArray(5, SqlArray.of(tx, "date", rows, FeedbackGiven::day));
      statement.setArray(6, SqlArray.of(tx, "bytea", rows, this::hold));
      statement.setArray(7, SqlArray.of(tx, "text", rows, row -> row.source().words()));
      statement.setArray(8, SqlArray.of(tx, "text", rows, row -> row.sensitivity().name()));
      statement.setArray(9, SqlArray.of(tx, "text", rows, FeedbackGivenWriter::kind));
      statement.setArray(10, SqlArray.of(tx, "text", rows, FeedbackGivenWriter::aside));
      statement.setArray(11, SqlArray.of(tx, "boolean", rows, FeedbackGiven::consent));
      statement.executeUpdate();
    }
    parts.write(
        tx,
        rows.stream()
            .map(row -> new PartInsert.Part(row.feedback(), 0, row.day(), row.text()))
            .toList());
  }

  private static @Nullable String kind(FeedbackGiven given) {
    Kind kind = given.kind();
    return kind == null ? null : kind.word();
  }

  private static @Nullable String aside(FeedbackGiven given) {
    Aside aside = given.aside();
    return aside == null ? null : aside.words();
  }

  private byte @Nullable [] hold(FeedbackGiven given) {
    Long slot = given.holdSlot();
    return slot == null ? null : hold.seal(given.organisation(), given.feedback(), slot);
  }
}
