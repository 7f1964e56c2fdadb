package org.answerable.intake.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.answerable.intake.Aside;
import org.answerable.intake.Released;
import org.answerable.intake.Source;
import org.answerable.organisation.Kind;
import org.answerable.organisation.Organisation;
import org.answerable.organisation.Routing;
import org.answerable.organisation.Sensitivity;
import org.jspecify.annotations.Nullable;

/**
 * A feedback as it waits in the intake.
 *
 * @param decided it may be released
 */
record Given(
    String organisation,
    UUID feedback,
    String reference,
    LocalDate day,
    String topic,
    @Nullable Kind kind,
    Sensitivity sensitivity,
    Set<String> excluded,
    boolean consent,
    Source source,
    byte @Nullable [] hold,
    boolean shown,
    @Nullable Aside aside,
    boolean decided) {
  static Given of(String organisation, ResultSet row) throws SQLException {
    String kind = row.getString("kind");
    String aside = row.getString("aside");
    return new Given(
        organisation,
        row.getObject("feedback", UUID.class),
        row.getString("reference"),
        row.getObject("day", LocalDate.class),
        row.getString("topic"),
        kind == null ? null : Kind.ofWord(kind),
        Sensitivity.valueOf(row.getString("sensitivity")),
        DecisionRows.names(row.getArray("excluded")),
        row.getBoolean("consent"),
        Source.ofWords(row.getString("source")),
        row.getBytes("hold"),
        row.getBoolean("shown"),
        aside == null ? null : Aside.ofWords(aside),
        row.getBoolean("decided"));
  }

  Routing routing(Organisation organisation) {
    return Routing.of(organisation, topic, day, kind, excluded);
  }

  Released released(Sensitivity atRelease, List<GivenPart> parts) {
    return new Released(
        organisation,
        feedback,
        reference,
        day,
        topic,
        kind,
        atRelease,
        excluded,
        consent,
        source,
        parts.getFirst().commitment(),
        parts.stream().map(GivenPart::released).toList());
  }

  @Override
  public String toString() {
    return "Given[redacted]";
  }
}
