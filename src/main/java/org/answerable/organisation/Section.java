package org.answerable.organisation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * One mapping of a file. It hands out typed values; where one is missing or wrong it notes a
 * problem and hands out a stand-in, so that reading goes on and all problems are told at once.
 */
final class Section {
  private static final Pattern DURATION = Pattern.compile("([0-9]{1,4})(m|h)");

  private final Node node;
  private final Problems problems;
  private final Map<String, Node> values = new LinkedHashMap<>();

  private Section(Node node, Problems problems) {
    this.node = node;
    this.problems = problems;
  }

  /**
   * @param what the section's name in problems
   * @param keys those that it may have
   */
  static Section of(Node node, String what, List<String> keys, Problems problems) {
    Section section = new Section(node, problems);
    if (node instanceof MappingNode mapping) {
      mapping.getValue().forEach(tuple -> section.take(tuple, keys));
    } else {
      problems.at(node, Words.wrongForm(what, "keys with values: " + String.join(", ", keys)));
    }
    return section;
  }

  private void take(NodeTuple tuple, List<String> keys) {
    Node key = tuple.getKeyNode();
    String name = key instanceof ScalarNode scalar ? scalar.getValue() : "";
    if (!keys.contains(name)) {
      problems.at(key, "unknown key \"" + name + "\"; " + Words.nearest(name, keys));
    } else if (values.containsKey(name)) {
      problems.at(key, "\"" + name + "\" stands here twice; keep one of them");
    } else {
      values.put(name, tuple.getValueNode());
    }
  }

  Problems problems() {
    return problems;
  }

  boolean has(String key) {
    return values.containsKey(key);
  }

  /** Where the key's value stands, or the section where there is none. */
  Node at(String key) {
    return values.getOrDefault(key, node);
  }

  void problem(String key, String text) {
    problems.at(at(key), text);
  }

  /** The value's node, or null after a problem was noted. A section of wrong form has told it. */
  private @Nullable Node required(String key) {
    Node value = values.get(key);
    if (value == null && node instanceof MappingNode) {
      problems.at(node, "\"" + key + "\" is missing; add it (docs/organisation-file.md)");
    }
    return value;
  }

  /** A text of one line; empty after a problem. */
  String text(String key, int maxChars) {
    Node value = required(key);
    return value == null ? "" : text(value, "\"" + key + "\"", maxChars);
  }

  private String text(Node value, String what, int maxChars) {
    if (!(value instanceof ScalarNode scalar)) {
      problems.at(value, Words.wrongForm(what, "one text"));
      return "";
    }
    String text = scalar.getValue().strip();
    if (text.isEmpty()) {
      problems.at(value, what + " is empty; write its text");
    } else if (text.length() > maxChars) {
      problems.at(value, Words.tooLong(what, text.length(), maxChars));
    } else if (StandIn.is(text)) {
      problems.standIn(scalar);
    }
    return text;
  }

  /** Texts, at least one, none of them twice; empty after a problem. */
  List<String> texts(String key, int maxItems, int maxChars) {
    List<String> texts = new ArrayList<>();
    for (Node item : items(key, maxItems)) {
      String text = text(item, "an item of \"" + key + "\"", maxChars);
      if (texts.contains(text) && !text.isEmpty()) {
        problems.at(item, "\"" + text + "\" stands twice in \"" + key + "\"; keep one of them");
      } else if (!text.isEmpty()) {
        texts.add(text);
      }
    }
    return texts;
  }

  /** The nodes of a list, at least one; empty after a problem. */
  List<Node> items(String key, int maxItems) {
    Node value = required(key);
    if (value == null) {
      return List.of();
    }
    if (!(value instanceof SequenceNode list) || list.getValue().isEmpty()) {
      problems.at(value, Words.wrongForm("\"" + key + "\"", "a list with at least one item"));
      return List.of();
    }
    if (list.getValue().size() > maxItems) {
      problems.at(value, Words.tooMany(key, list.getValue().size(), maxItems));
    }
    return list.getValue();
  }

  /** A problem of the whole section. */
  void missing(String text) {
    problems.missing(node, text);
  }

  /** The node of a mapping that has to be there, or null after a problem. */
  @Nullable Node mapping(String key) {
    return required(key);
  }

  boolean flag(String key, boolean otherwise) {
    Node value = values.get(key);
    if (value == null) {
      return otherwise;
    }
    if (value instanceof ScalarNode scalar && scalar.getTag().equals(Tag.BOOL)) {
      return Boolean.parseBoolean(scalar.getValue());
    }
    problems.at(value, Words.wrongForm("\"" + key + "\"", "true or false"));
    return otherwise;
  }

  /** A whole number from 0; null where the key is not there, or after a problem. */
  @Nullable Integer number(String key, int max) {
    Node value = values.get(key);
    if (value == null) {
      return null;
    }
    if (value instanceof ScalarNode scalar && scalar.getValue().matches("[0-9]{1,6}")) {
      int number = Integer.parseInt(scalar.getValue());
      if (number <= max) {
        return number;
      }
    }
    problems.at(
        value, Words.wrongForm("\"" + key + "\"", "a whole number from 0 to " + max + ", no unit"));
    return null;
  }

  /** Minutes or hours, as in {@code 30m} and {@code 1h}. */
  Duration duration(String key, Duration min, Duration max, Duration otherwise) {
    Node value = values.get(key);
    if (value == null) {
      return otherwise;
    }
    Matcher match = DURATION.matcher(value instanceof ScalarNode scalar ? scalar.getValue() : "");
    if (match.matches()) {
      long number = Long.parseLong(match.group(1));
      Duration duration =
          match.group(2).equals("h") ? Duration.ofHours(number) : Duration.ofMinutes(number);
      if (duration.compareTo(min) >= 0 && duration.compareTo(max) <= 0) {
        return duration;
      }
    }
    String range = min.toMinutes() + "m to " + max.toHours() + "h";
    problems.at(
        value, Words.wrongForm("\"" + key + "\"", "a time from " + range + ", as 30m or 1h"));
    return otherwise;
  }

  /** One of a few words; null after a problem. */
  <T> @Nullable T choice(String key, Map<String, T> choices) {
    Node value = required(key);
    if (value == null) {
      return null;
    }
    T chosen = value instanceof ScalarNode scalar ? choices.get(scalar.getValue()) : null;
    if (chosen == null) {
      problems.at(
          value,
          Words.wrongForm("\"" + key + "\"", "one of: " + String.join(", ", choices.keySet())));
    }
    return chosen;
  }
}
