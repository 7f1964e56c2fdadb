package org.answerable.responselog.web;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.answerable.organisation.Role;
import org.answerable.platform.web.PageTexts;
import org.answerable.responselog.Entry.DeclarationChanged;
import org.answerable.responselog.web.RulesView.Line;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a declaration says, a line for each rule, in the words of a page. */
final class RuleLines {
  private static final List<String> KINDS =
      List.of("question", "rumour", "request", "report", "idea", "proposal", "distress", "threat");

  /** What is about a topic, where nobody says otherwise. */
  private static final String REPORT = "report";

  private final Reader reader;
  private final PageTexts texts;

  RuleLines(Reader reader) {
    this.reader = reader;
    this.texts = reader.texts();
  }

  /**
   * The rules in their order, by what tells each from the others whatever it is called; none of
   * what is public as a hash alone.
   */
  Map<String, Line> of(DeclarationChanged said) {
    String declared = said.declared();
    if (declared == null) {
      return Map.of();
    }
    JsonNode json = JsonMapper.shared().readTree(declared);
    return switch (said.what()) {
      case WORDS -> Map.of();
      case ROUTING -> routing(json);
      case DEADLINES -> deadlines(json);
    };
  }

  private Map<String, Line> deadlines(JsonNode json) {
    Map<String, Line> lines = new LinkedHashMap<>();
    JsonNode kinds = json.path("kinds");
    for (String kind : KINDS) {
      if (kinds.has(kind)) {
        lines.put("kind " + kind, line("rules.kind." + kind, days(kinds.path(kind))));
      }
    }
    json.path("topics")
        .properties()
        .forEach(
            topic ->
                lines.put(
                    "topic " + topic.getKey(),
                    new Line(
                        texts.get("title.report", reader.topic(topic.getKey())),
                        days(topic.getValue()))));
    lines.put("disputed", line("rules.disputed", days(json.path("disputed"))));
    lines.put("working-days", line("rules.working-days", weekdays(json.path("workingDays"))));
    lines.put("time-zone", line("rules.time-zone", json.path("timeZone").asString("")));
    if (!reader.organisation().demo()) { // whose slots come as soon as something waits
      lines.put("slot", line("rules.slot", duration(json.path("slot"), "rules.at-once")));
    }
    lines.put("hold", line("rules.hold", duration(json.path("hold"), "rules.hold.none")));
    lines.put(
        "answer-window",
        line("rules.answer-window", duration(json.path("answerWindow"), "rules.at-once")));
    return lines;
  }

  private Line line(String name, String value) {
    return new Line(texts.get(name), value);
  }

  private String days(JsonNode days) {
    return days.asInt(0) == 0
        ? texts.get("rules.days.none")
        : texts.count("rules.days", days.asInt());
  }

  private String weekdays(JsonNode days) {
    Locale locale = Locale.of(texts.language());
    return String.join(
        ", ",
        days.valueStream()
            .map(day -> DayOfWeek.valueOf(day.asString().toUpperCase(Locale.ROOT)))
            .map(day -> day.getDisplayName(TextStyle.FULL, locale))
            .toList());
  }

  private String duration(JsonNode json, String none) {
    Duration duration = Duration.parse(json.asString("PT0S"));
    long minutes = duration.toMinutes();
    if (minutes == 0) {
      return texts.get(none);
    }
    return minutes % 60 == 0
        ? texts.count("rules.hours", minutes / 60)
        : texts.count("rules.minutes", minutes);
  }

  private Map<String, Line> routing(JsonNode json) {
    Map<String, Line> lines = new LinkedHashMap<>();
    json.path("topics")
        .properties()
        .forEach(
            topic ->
                lines.put(
                    "topic " + topic.getKey(),
                    new Line(reader.topic(topic.getKey()), answers(topic.getValue()))));
    String unsorted = "rules.unsorted." + json.path("unsorted").asString("hold");
    lines.put("unsorted", line("rules.unsorted", texts.get(unsorted, reader.role(Role.READER))));
    if (json.has("support")) {
      String supporters = texts.get("rules.supporters", json.path("support").asInt());
      lines.put("support", line("rules.support", supporters));
    }
    json.path("roles")
        .properties()
        .forEach(
            role -> {
              JsonNode next = role.getValue().path("escalatesTo");
              if (next.isString()) {
                lines.put(
                    "role " + role.getKey(),
                    new Line(
                        texts.get("rules.late", reader.role(role.getKey())),
                        reader.role(next.asString())));
              }
            });
    return lines;
  }

  private String answers(JsonNode topic) {
    List<String> said = new ArrayList<>();
    said.add(reader.role(topic.path("role").asString("")));
    String kind = topic.path("kind").asString("");
    if (!kind.isEmpty() && !kind.equals(REPORT)) {
      said.add(texts.get("rules.taken", uncapitalised(texts.get("rules.kind." + kind))));
    }
    switch (topic.path("sensitivity").asString("")) {
      case "S2" -> said.add(texts.get("rules.in-confidence"));
      case "S3" -> said.add(texts.get("rules.trained"));
      default -> {}
    }
    List<String> hidden =
        topic.path("hiddenFrom").valueStream().map(JsonNode::asString).map(reader::role).toList();
    if (!hidden.isEmpty()) {
      said.add(texts.get("rules.hidden", String.join(", ", hidden)));
    }
    return String.join("; ", said);
  }

  private String uncapitalised(String words) {
    Locale locale = Locale.of(texts.language());
    return words.substring(0, 1).toLowerCase(locale) + words.substring(1);
  }
}
