package org.answerable.feedback;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.answerable.organisation.Kind;
import org.answerable.organisation.Localised;
import org.answerable.organisation.Organisation;
import org.answerable.organisation.Role;
import org.answerable.organisation.Sensitivity;
import org.answerable.organisation.SmsCosts;
import org.answerable.organisation.Topic;
import org.jspecify.annotations.Nullable;

/** A small organisation for tests; its board may not see what is said about leadership. */
public final class TestOrganisation {
  private static final List<Topic> TOPICS =
      List.of(
          topic("medicines", Kind.REPORT, "programmes", 3, Sensitivity.S0, Set.of()),
          topic("privacy", Kind.REPORT, "programmes", null, Sensitivity.S1, Set.of()),
          topic("thanks", Kind.PRAISE, "programmes", null, Sensitivity.S0, Set.of()),
          topic("hours", Kind.QUESTION, "programmes", null, Sensitivity.S0, Set.of("board")),
          topic("leadership", Kind.REPORT, "reader", 30, Sensitivity.S2, Set.of("board")),
          topic("abuse", Kind.REPORT, "reader", 3, Sensitivity.S3, Set.of()));

  private TestOrganisation() {}

  public static Organisation named(String id) {
    return of(id, TOPICS, 0, true);
  }

  /** The same, with covers in its log. */
  public static Organisation covered(String id, int covers) {
    return of(id, TOPICS, covers, true);
  }

  /** The same, where what nobody sorted waits for a reader. */
  public static Organisation holding(String id) {
    return of(id, TOPICS, 0, false);
  }

  /** The same organisation after somebody took a topic out of its configuration. */
  public static Organisation without(String topic, String id) {
    return of(id, TOPICS.stream().filter(one -> !one.id().equals(topic)).toList(), 0, true);
  }

  private static Organisation of(
      String id, List<Topic> topics, int covers, boolean releaseUnsorted) {
    return new Organisation(
        id,
        "Baraza Letu",
        true,
        List.of("en", "sw"),
        ZoneId.of("Africa/Nairobi"),
        Set.of(
            DayOfWeek.MONDAY,
            DayOfWeek.TUESDAY,
            DayOfWeek.WEDNESDAY,
            DayOfWeek.THURSDAY,
            DayOfWeek.FRIDAY),
        Duration.ofHours(1),
        Duration.ofMinutes(30),
        Duration.ofHours(1),
        covers,
        releaseUnsorted,
        false,
        20,
        List.of(
            role("programmes", "Programmes lead", "board"),
            role("board", "Board", "council"),
            role("council", "Member council", null),
            role("reader", "First reader", null)),
        topics,
        Map.of(Kind.REPORT, 14, Kind.QUESTION, 3, Kind.PROPOSAL, 14),
        List.of(),
        List.of(),
        Map.of(),
        Map.of(),
        Map.of(),
        List.of(),
        SmsCosts.NONE,
        List.of(),
        new Localised(Map.of("en", "A test")));
  }

  private static Role role(String id, String name, @Nullable String escalatesTo) {
    return new Role(id, new Localised(Map.of("en", name)), escalatesTo);
  }

  private static Topic topic(
      String id,
      Kind kind,
      String role,
      @Nullable Integer days,
      Sensitivity sensitivity,
      Set<String> hiddenFrom) {
    var words = new Localised(Map.of("en", id));
    return new Topic(id, words, words, kind, role, days, sensitivity, hiddenFrom);
  }
}
