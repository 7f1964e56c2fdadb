package org.answerable.organisation;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.nodes.Node;

/** The file's topics, in the order of the menu. */
final class Topics {
  private static final Map<String, Kind> KINDS = words(Kind.values(), Kind::word);

  static {
    KINDS.remove(Kind.PROPOSAL.word()); // the word PROPOSE alone makes one
  }

  private static final Map<String, Sensitivity> SENSITIVITIES =
      words(Sensitivity.values(), Sensitivity::name);

  private Topics() {}

  static List<Topic> read(Section top, Languages languages, Roles roles) {
    Map<String, Topic> topics = new LinkedHashMap<>();
    for (Node node : top.items("topics", FileLimits.TOPICS)) {
      Section section = Section.of(node, "a topic", Keys.TOPIC, top.problems());
      Topic topic = topic(section, languages);
      checkRoles(section, topic, roles);
      if (topic.id().equals(Topic.UNSORTED)) {
        section.problem("id", "\"unsorted\" is what nobody has sorted yet; choose another id");
      } else if (ItemId.takes(section, topic.id(), topics.keySet())) {
        topics.put(topic.id(), topic);
      }
    }
    checkMenu(top, topics.values());
    return List.copyOf(topics.values());
  }

  private static void checkMenu(Section top, Collection<Topic> topics) {
    long choices = topics.stream().filter(topic -> topic.menu() != null).count();
    if (!topics.isEmpty() && choices == 0) {
      top.problem(
          "topics", "no topic has a \"menu\"; give one to those that people text about most");
    } else if (choices > FileLimits.MENU_TOPICS) {
      top.problem(
          "topics",
          "%d topics have a \"menu\", and a text has room for %d; take it from those that readers can give"
              .formatted(choices, FileLimits.MENU_TOPICS));
    }
  }

  private static Topic topic(Section section, Languages languages) {
    Set<String> hiddenFrom =
        section.has("hidden-from")
            ? new LinkedHashSet<>(
                section.texts("hidden-from", FileLimits.ROLES, FileLimits.NAME_CHARS))
            : Set.of();
    return new Topic(
        section.text("id", FileLimits.NAME_CHARS),
        section.has("menu") ? languages.localised(section, "menu", FileLimits.MENU_CHARS) : null,
        languages.localised(section, "title", FileLimits.TITLE_CHARS),
        Objects.requireNonNullElse(section.choice("kind", KINDS), Kind.REPORT),
        section.text("role", FileLimits.NAME_CHARS),
        section.number("report-days", FileLimits.WORKING_DAYS),
        Objects.requireNonNullElse(section.choice("sensitivity", SENSITIVITIES), Sensitivity.S0),
        hiddenFrom);
  }

  private static void checkRoles(Section section, Topic topic, Roles roles) {
    if (!topic.role().isEmpty() && !roles.known(topic.role())) {
      section.problem(
          "role",
          "unknown role \"" + topic.role() + "\"; " + Words.nearest(topic.role(), roles.ids()));
    }
    checkFocal(section, topic);
    for (String hidden : topic.hiddenFrom()) {
      if (!roles.known(hidden)) {
        section.problem(
            "hidden-from",
            "unknown role \"" + hidden + "\"; " + Words.nearest(hidden, roles.ids()));
      } else if (hidden.equals(topic.role())) {
        section.problem(
            "hidden-from", "\"" + hidden + "\" answers this topic; hide it from others only");
      } else if (roles.above(topic.role()).contains(hidden)) {
        section.problem(
            "hidden-from",
            "what \""
                + topic.role()
                + "\" leaves unanswered goes to \""
                + hidden
                + "\", who must not see it; give the topic to a role that escalates elsewhere");
      }
    }
  }

  /** What is {@code S3} is read by a trained person only, who reads nothing else. */
  private static void checkFocal(Section section, Topic topic) {
    boolean confidential = topic.sensitivity() == Sensitivity.S3;
    if (confidential && !topic.role().equals(Role.FOCAL_OUTSIDE)) {
      section.problem(
          "role",
          "what is S3 goes to a trained person outside only; write \"focal-outside\", or another"
              + " sensitivity");
    } else if (!confidential
        && Set.of(Role.FOCAL_OUTSIDE, Role.FOCAL_INSIDE).contains(topic.role())) {
      section.problem(
          "role",
          "\""
              + topic.role()
              + "\" answers nothing but what is S3; give the topic to another role");
    }
  }

  private static <T> Map<String, T> words(T[] values, Function<T, String> word) {
    return Arrays.stream(values)
        .collect(Collectors.toMap(word, value -> value, (a, b) -> a, LinkedHashMap::new));
  }
}
