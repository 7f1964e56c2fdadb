package org.answerable.organisation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Where a topic leads: what it is taken for, who answers, by which day, and how far it may travel.
 *
 * @param due null: nothing is due (praise)
 */
public record Routing(
    String topic, Kind kind, String role, @Nullable LocalDate due, Sensitivity sensitivity) {

  /**
   * The routing of a topic. What nobody sorted, and a topic that the organisation no longer has, go
   * to the reader, with the longest time that any topic allows, as it only becomes shorter. What a
   * topic that is gone had to hide is unknown: it is not public.
   */
  public static Routing of(Organisation organisation, String topic, LocalDate asked) {
    var deadlines = new Deadlines(organisation);
    return organisation
        .topic(topic)
        .map(known -> of(known, deadlines.due(asked, known.kind(), topic)))
        .orElseGet(
            () ->
                new Routing(
                    Topic.UNSORTED,
                    Kind.REPORT,
                    Role.READER,
                    deadlines.longest(asked),
                    topic.equals(Topic.UNSORTED) ? Sensitivity.S0 : Sensitivity.S2));
  }

  private static Routing of(Topic topic, @Nullable LocalDate due) {
    return new Routing(topic.id(), topic.kind(), topic.role(), due, topic.sensitivity());
  }

  /** The same, with the earlier of two days; praise has none. */
  public Routing notLaterThan(@Nullable LocalDate before) {
    if (due == null || before == null || due.isBefore(before)) {
      return this;
    }
    return new Routing(topic, kind, role, before, sensitivity);
  }
}
