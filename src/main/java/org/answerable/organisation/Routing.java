package org.answerable.organisation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Where a topic leads: what it is taken for, who answers, by which day, and how far it may travel.
 *
 * @param due null: nothing is due (praise)
 */
public record Routing(
    Kind kind, String role, @Nullable LocalDate due, Sensitivity sensitivity) {

  /**
   * The routing of a topic; of {@link Topic#UNSORTED} to the reader, with the longest time that any
   * topic allows, as it only becomes shorter.
   */
  public static Routing of(Organisation organisation, String topic, LocalDate asked) {
    var deadlines = new Deadlines(organisation);
    return organisation
        .topic(topic)
        .map(
            known ->
                new Routing(
                    known.kind(),
                    known.role(),
                    deadlines.due(asked, known.kind(), topic),
                    known.sensitivity()))
        .orElseGet(
            () ->
                new Routing(
                    Kind.REPORT, Role.READER, deadlines.longest(asked), Sensitivity.S0));
  }
}
