package org.answerable.intake.words;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.answerable.platform.Nearest;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Takes a YAML file apart, and notes what has the wrong form with its place. */
final class ListNodes {
  private final ListProblems problems;

  ListNodes(ListProblems problems) {
    this.problems = problems;
  }

  /** A text and where it stands. */
  record Text(String text, Node node) {}

  /** The file's outermost node, or null after a problem. */
  @Nullable Node root(String yaml) {
    if (yaml.length() > ListLimits.FILE_CHARS) {
      problems.at(
          Optional.empty(),
          "the file has more than " + ListLimits.FILE_CHARS + " characters; shorten it");
      return null;
    }
    try {
      LoadSettings settings = LoadSettings.builder().setUseMarks(true).build();
      Optional<Node> root = new Compose(settings).composeString(yaml);
      if (root.isEmpty()) {
        problems.at(Optional.empty(), "the file is empty; write its lists");
      }
      return root.orElse(null);
    } catch (MarkedYamlEngineException e) {
      problems.at(e.getProblemMark(), "this is not YAML (" + e.getProblem() + "); mend the line");
    } catch (YamlEngineException e) {
      problems.at(Optional.empty(), "this can't be read as YAML (" + e.getMessage() + "); mend it");
    }
    return null;
  }

  /** The values of a mapping's keys, each key once, where only some keys mean something. */
  Map<String, Node> mapping(Node node, String what, Collection<String> known) {
    Map<String, Node> values = new LinkedHashMap<>();
    for (NodeTuple tuple : tuples(node, what)) {
      Node key = tuple.getKeyNode();
      String name = name(key);
      if (!known.contains(name)) {
        problems.at(key, "unknown key \"" + name + "\"; " + Nearest.to(name, known));
      } else if (values.putIfAbsent(name, tuple.getValueNode()) != null) {
        problems.at(key, "\"" + name + "\" stands here twice; keep one of them");
      }
    }
    return values;
  }

  /** The entries of a mapping; none after a problem. */
  List<NodeTuple> tuples(Node node, String what) {
    if (node instanceof MappingNode mapping) {
      return mapping.getValue();
    }
    problems.at(node, what + " has the wrong form; write keys with values");
    return List.of();
  }

  static String name(Node key) {
    return key instanceof ScalarNode scalar ? scalar.getValue() : "";
  }

  /** The items of a list; none after a problem. */
  List<Node> items(Node node, String what, int most) {
    if (!(node instanceof SequenceNode list)) {
      problems.at(node, what + " has the wrong form; write a list, each item after a hyphen");
      return List.of();
    }
    if (list.getValue().size() > most) {
      problems.at(node, what + " has " + list.getValue().size() + " items; keep at most " + most);
    }
    return list.getValue();
  }

  /** The texts of a list; those of wrong form are left out after a problem. */
  List<Text> texts(Node node, String what, int most, int maxChars) {
    List<Text> texts = new ArrayList<>();
    for (Node item : items(node, what, most)) {
      String text = text(item, "an item of " + what, maxChars);
      if (!text.isEmpty()) {
        texts.add(new Text(text, item));
      }
    }
    return texts;
  }

  /** One text; empty after a problem. */
  String text(Node node, String what, int maxChars) {
    if (!(node instanceof ScalarNode scalar)) {
      problems.at(node, what + " has the wrong form; write one text, in quotes if it has signs");
      return "";
    }
    String text = scalar.getValue().strip();
    if (text.isEmpty()) {
      problems.at(node, what + " is empty; write its text");
    } else if (text.length() > maxChars) {
      problems.at(node, what + " has " + text.length() + " characters; shorten it to " + maxChars);
      return "";
    }
    return text;
  }
}
