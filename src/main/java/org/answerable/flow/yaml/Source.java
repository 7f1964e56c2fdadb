package org.answerable.flow.yaml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.answerable.flow.FlowLimits;
import org.answerable.flow.Problem;
import org.answerable.flow.Template;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads one YAML file, and reports everything that is wrong with its place. */
final class Source {
  /** Used to find a node's place where the library gives none. */
  private static final Optional<Mark> NOWHERE = Optional.empty();

  private final String file;
  private final Consumer<Problem> problems;

  Source(String file, Consumer<Problem> problems) {
    this.file = file;
    this.problems = problems;
  }

  /** A mapping's entries in their order. */
  record Entry(ScalarNode key, Node value) {}

  /** The file's outermost node, or null after a problem. */
  @Nullable Node root(String yaml) {
    if (yaml.length() > FlowLimits.FILE_CHARS) {
      at(NOWHERE, 0, "over " + FlowLimits.FILE_CHARS + " characters; make several files of it");
      return null;
    }
    try {
      Optional<Node> root =
          new Compose(LoadSettings.builder().setLabel(file).build()).composeString(yaml);
      if (root.isEmpty()) {
        at(NOWHERE, 0, "the file is empty; write something or remove it");
      }
      return root.orElse(null);
    } catch (MarkedYamlEngineException broken) {
      at(broken.getProblemMark(), 0, "no YAML (" + broken.getProblem() + "); mend it here");
    } catch (YamlEngineException broken) {
      at(NOWHERE, 0, "no YAML; mend it");
    }
    return null;
  }

  /** Reports a problem at a node. */
  void problem(Node node, String message) {
    at(node.getStartMark(), 0, message);
  }

  /** Where a node stands; the file's first line if the library does not know. */
  static FlowDocument.Place place(Node node) {
    return node.getStartMark()
        .map(mark -> new FlowDocument.Place(mark.getLine() + 1, mark.getColumn() + 1))
        .orElse(new FlowDocument.Place(1, 1));
  }

  private void at(Optional<Mark> mark, int offset, String message) {
    int line = mark.map(Mark::getLine).orElse(0) + 1;
    int column = mark.map(Mark::getColumn).orElse(0) + 1;
    problems.accept(new Problem(file, line, column + offset, message));
  }

  /** The entries of a mapping; unless it is one, a problem and none. Each key counts once. */
  Map<String, Entry> mapping(Node node, String what) {
    Map<String, Entry> entries = new LinkedHashMap<>();
    if (!(node instanceof MappingNode mapping)) {
      problem(node, what + " should be a list of key: value; write it so");
      return entries;
    }
    for (NodeTuple tuple : mapping.getValue()) {
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        problem(tuple.getKeyNode(), "a key should be a word; write it so");
      } else if (entries.putIfAbsent(key.getValue(), new Entry(key, tuple.getValueNode()))
          != null) {
        problem(key, "\"" + key.getValue() + "\" stands here twice; remove one");
      }
    }
    return entries;
  }

  /** The same, where only some keys mean something. */
  Map<String, Entry> mapping(Node node, String what, Set<String> known) {
    Map<String, Entry> entries = mapping(node, what);
    for (Entry entry : entries.values()) {
      if (!known.contains(entry.key.getValue())) {
        problem(
            entry.key,
            what
                + " has no \""
                + entry.key.getValue()
                + "\"; use one of "
                + String.join(", ", new TreeSet<>(known)));
      }
    }
    return entries;
  }

  /** The items of a list; unless it is one, a problem and none. */
  List<Node> items(Node node, String what) {
    if (node instanceof SequenceNode sequence) {
      return sequence.getValue();
    }
    problem(node, what + " should be a list; begin each item with a hyphen");
    return List.of();
  }

  /** A scalar's text; unless it is one, a problem and null. */
  @Nullable String text(Node node, String what) {
    if (node instanceof ScalarNode scalar) {
      return scalar.getValue();
    }
    problem(node, what + " should be a text; write one, in quotes if it has signs");
    return null;
  }

  /** A whole number from 1 to a limit; unless it is one, a problem and null. */
  @Nullable Integer count(Node node, String what, int most) {
    String text = text(node, what);
    if (text == null) {
      return null;
    }
    try {
      int count = Integer.parseInt(text);
      if (count >= 1 && count <= most) {
        return count;
      }
    } catch (NumberFormatException notNumber) {
      // reported below, like a number out of bounds
    }
    problem(node, what + " should be a number from 1 to " + most + "; write one");
    return null;
  }

  /** A template; what is wrong in it is reported at its own place where the text is one line. */
  @Nullable Template template(Node node, String what) {
    String text = text(node, what);
    if (text == null) {
      return null;
    }
    return Template.parse(
        text,
        (offset, message) -> at(node.getStartMark(), shift((ScalarNode) node, offset), message));
  }

  private static int shift(ScalarNode node, int offset) {
    int first = node.getStartMark().map(Mark::getLine).orElse(0);
    int last = node.getEndMark().map(Mark::getLine).orElse(first);
    if (first != last) {
      return 0;
    }
    return node.isPlain() ? offset : offset + 1;
  }
}
