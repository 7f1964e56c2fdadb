package org.answerable.organisation;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a topic leads: what it is taken for, who answers, by which day, and how far it may travel.
 *
 * @param due null: nothing is due (praise)
 */
public record Routing(
    String topic, Kind kind, String role, @Nullable LocalDate due, Sensitivity sensitivity) {

  /** The routing of what the topic alone decides. */
  public static Routing of(Organisation organisation, String topic, LocalDate asked) {
    return of(organisation, topic, asked, null, Set.of());
  }

  /**
   * The routing of a topic. What nobody sorted, and a topic that the organisation no longer has, go
   * to the reader, with the longest time that any topic allows, as it only becomes shorter. What a
   * topic that is gone had to hide is unknown: it is not public. Nor is what anybody is excluded
   * from; the next role up that may see it has it, else the reader.
   *
   * @param kind what people or word lists took it for; null: the topic says
   * @param excluded roles and accounts that never see it
   */
  public static Routing of(
      Organisation organisation,
      String topic,
      LocalDate asked,
      @Nullable Kind kind,
      Set<String> excluded) {
    var deadlines = new Deadlines(organisation);
    return organisation
        .topic(topic)
        .map(known -> of(known, asked, kind, deadlines))
        .orElseGet(() -> unsorted(topic, asked, kind, deadlines))
        .without(organisation, excluded);
  }

  private static Routing of(
      Topic topic, LocalDate asked, @Nullable Kind kind, Deadlines deadlines) {
    Kind taken = kind != null && deadlines.know(kind) ? kind : topic.kind();
    return new Routing(
        topic.id(),
        taken,
        topic.role(),
        deadlines.due(asked, taken, topic.id()),
        topic.sensitivity());
  }

  private static Routing unsorted(
      String topic, LocalDate asked, @Nullable Kind kind, Deadlines deadlines) {
    return new Routing(
        Topic.UNSORTED,
        kind == null ? Kind.REPORT : kind,
        Role.READER,
        deadlines.longest(asked),
        topic.equals(Topic.UNSORTED) ? Sensitivity.S0 : Sensitivity.S2);
  }

  private Routing without(Organisation organisation, Set<String> excluded) {
    if (excluded.isEmpty()) {
      return this;
    }
    String allowed =
        organisation
            .upwards(role, next -> excluded.contains(next) || organisation.hides(topic, next))
            .orElse(Role.READER);
    return new Routing(topic, kind, allowed, due, sensitivity.orHigher(Sensitivity.S2));
  }

  /** The same, with the earlier of two days; praise has none. */
  public Routing notLaterThan(@Nullable LocalDate before) {
    if (due == null || before == null || due.isBefore(before)) {
      return this;
    }
    return new Routing(topic, kind, role, before, sensitivity);
  }
}
