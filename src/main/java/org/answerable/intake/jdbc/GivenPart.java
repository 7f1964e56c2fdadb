package org.answerable.intake.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import org.answerable.confidential.Unopened;
import org.answerable.intake.Confiding;
import org.answerable.intake.Released;
import org.answerable.organisation.Kind;
import org.answerable.organisation.Sensitivity;
import org.answerable.platform.keys.Sealed;
import org.jspecify.annotations.Nullable;

/**
 * One text of a feedback as it waits in the intake.
 *
 * @param sensitivity of its feedback so far, where it was released before
 * @param topic of its feedback now, where it was released before
 */
record GivenPart(
    String organisation,
    UUID feedback,
    UUID part,
    int ordinal,
    LocalDate day,
    String reference,
    byte[] commitment,
    byte[] salt,
    byte[] textHash,
    Sealed text,
    @Nullable Sensitivity sensitivity,
    @Nullable String topic) {
  static GivenPart of(String organisation, ResultSet row) throws SQLException {
    String sensitivity = row.getString("sensitivity");
    return new GivenPart(
        organisation,
        row.getObject("feedback", UUID.class),
        row.getObject("part", UUID.class),
        row.getInt("ordinal"),
        row.getObject("day", LocalDate.class),
        row.getString("reference"),
        row.getBytes("commitment"),
        row.getBytes("salt"),
        row.getBytes("text_hash"),
        new Sealed(row.getBytes("text_key"), row.getBytes("text")),
        sensitivity == null ? null : Sensitivity.valueOf(sensitivity),
        row.getString("topic"));
  }

  /** Whether leaders have its feedback. */
  boolean ofReleased() {
    return sensitivity != null && sensitivity != Sensitivity.S3;
  }

  Unopened unopened(Unopened.What what) {
    return new Unopened(what, salt, textHash, reference);
  }

  Confiding.Text confided(@Nullable String about, @Nullable Kind kind) {
    return new Confiding.Text(released(), reference, about, kind);
  }

  Released.Part released() {
    return new Released.Part(organisation, feedback, part, ordinal, day, commitment, salt, text);
  }
}
