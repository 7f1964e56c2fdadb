package org.answerable.intake.words;

import java.util.Set;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What of a file of lists finds something, as JSON of the same shape: its tests, its reasons and
 * how it is set out change nothing, and so stay out.
 */
final class ListJson {
  private static final JsonMapper JSON = JsonMapper.shared();

  private ListJson() {}

  /**
   * @param root of a file without problems
   */
  static ObjectNode of(Node root) {
    ObjectNode json = JSON.createObjectNode();
    for (NodeTuple tuple : ((MappingNode) root).getValue()) {
      String key = ListNodes.name(tuple.getKeyNode());
      json.set(key, ListFile.isList(key) ? list(tuple.getValueNode()) : any(tuple.getValueNode()));
    }
    return json;
  }

  private static ArrayNode list(Node list) {
    ArrayNode entries = JSON.createArrayNode();
    for (NodeTuple tuple : ((MappingNode) list).getValue()) {
      if (ListNodes.name(tuple.getKeyNode()).equals(ListFile.ENTRIES)) {
        for (Node entry : ((SequenceNode) tuple.getValueNode()).getValue()) {
          entries.add(object((MappingNode) entry, Set.of(ListFile.WHY)));
        }
      }
    }
    return entries;
  }

  private static ObjectNode object(MappingNode mapping, Set<String> without) {
    ObjectNode json = JSON.createObjectNode();
    for (NodeTuple tuple : mapping.getValue()) {
      String key = ListNodes.name(tuple.getKeyNode());
      if (!without.contains(key)) {
        json.set(key, any(tuple.getValueNode()));
      }
    }
    return json;
  }

  private static JsonNode any(Node node) {
    return switch (node) {
      case MappingNode mapping -> object(mapping, Set.of());
      case SequenceNode sequence -> {
        ArrayNode items = JSON.createArrayNode();
        sequence.getValue().forEach(item -> items.add(any(item)));
        yield items;
      }
      case ScalarNode scalar -> JSON.getNodeFactory().stringNode(scalar.getValue().strip());
      default -> throw new IllegalStateException("a file without problems has no " + node.getTag());
    };
  }
}
