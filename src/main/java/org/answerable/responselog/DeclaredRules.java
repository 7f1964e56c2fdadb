package org.answerable.responselog;

import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.Locale;
import org.answerable.organisation.Deadlines;
import org.answerable.organisation.Organisation;
import org.answerable.organisation.Role;
import org.answerable.organisation.Topic;
import org.answerable.responselog.Declaration.What;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What an organisation's file says of days and of who gets what, as the log publishes it. Names of
 * people and texts for pages are no rules, and what stands here stands for ever.
 */
public final class DeclaredRules {
  private static final JsonMapper JSON = JsonMapper.shared();

  private DeclaredRules() {}

  /** By when it answers: days are working days, lengths of time ISO 8601. */
  public static Declaration deadlines(Organisation home) {
    ObjectNode json =
        JSON.createObjectNode()
            .put("timeZone", home.timeZone().getId())
            .put("disputed", Deadlines.DISPUTED_DAYS)
            .put("slot", home.slot().toString())
            .put("hold", home.hold().toString())
            .put("answerWindow", home.answerWindow().toString());
    ArrayNode workingDays = json.putArray("workingDays");
    Arrays.stream(DayOfWeek.values())
        .filter(home.workingDays()::contains)
        .forEach(day -> workingDays.add(day.name().toLowerCase(Locale.ROOT)));
    ObjectNode kinds = json.putObject("kinds");
    home.kindDays().forEach((kind, days) -> kinds.put(kind.word(), days));
    ObjectNode topics = json.putObject("topics");
    for (Topic topic : home.topics()) {
      if (topic.reportDays() != null) {
        topics.put(topic.id(), topic.reportDays());
      }
    }
    return Declaration.of(What.DEADLINES, json.toString());
  }

  /** Who gets what, and by how many supporters a vote gets a proposal. */
  public static Declaration routing(Organisation home) {
    ObjectNode json =
        JSON.createObjectNode()
            .put("firstReader", Role.READER)
            .put("unsorted", home.releaseUnsorted() ? "release" : "hold")
            .put("support", home.support());
    ObjectNode topics = json.putObject("topics");
    for (Topic topic : home.topics()) {
      ArrayNode hidden =
          topics
              .putObject(topic.id())
              .put("kind", topic.kind().word())
              .put("role", topic.role())
              .put("sensitivity", topic.sensitivity().name())
              .putArray("hiddenFrom");
      topic.hiddenFrom().stream().sorted().forEach(hidden::add);
    }
    ObjectNode roles = json.putObject("roles");
    for (Role role : home.roles()) {
      ObjectNode one = roles.putObject(role.id());
      if (role.escalatesTo() != null) {
        one.put("escalatesTo", role.escalatesTo());
      }
    }
    return Declaration.of(What.ROUTING, json.toString());
  }
}
