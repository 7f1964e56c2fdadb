package org.answerable.feedback;

import java.time.LocalDate;
import org.answerable.organisation.Deadlines;
import org.answerable.organisation.Kind;
import org.answerable.organisation.Organisation;
import org.answerable.organisation.Role;
import org.answerable.organisation.Topic;
import org.jspecify.annotations.Nullable;

/** Where a topic takes a feedback: its kind, its role, and by when. */
record Routing(String topic, Kind kind, String role, @Nullable LocalDate due) {

  /** A topic that the organisation no longer has is handled as one that nobody sorted. */
  static Routing of(Organisation organisation, String topic, LocalDate asked) {
    return organisation
        .topic(topic)
        .map(known -> of(organisation, known.id(), known.kind(), known.role(), asked))
        .orElseGet(() -> of(organisation, Topic.UNSORTED, Kind.REPORT, Role.READER, asked));
  }

  private static Routing of(
      Organisation organisation, String topic, Kind kind, String role, LocalDate asked) {
    return new Routing(topic, kind, role, new Deadlines(organisation).due(asked, kind, topic));
  }

  /** The same, with the earlier of two days; praise has none. */
  Routing notLaterThan(@Nullable LocalDate before) {
    if (due == null || before == null || due.isBefore(before)) {
      return this;
    }
    return new Routing(topic, kind, role, before);
  }
}
